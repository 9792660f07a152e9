// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// node script.mjs TOOLS BASE LONG FOLDER - what the script adds, in Chromium, as TAP. BASE is a site of the samples, LONG one with a day of 443 drafts and
// attacks, FOLDER the samples as files.
import { launch } from './pages.mjs'
import { open, plan, result, until, violations } from './tap.mjs'

const [tools, base, long, folder] = process.argv.slice(2)
const opened = await launch(tools)
if (!opened) {
  console.log('ok 1 - the script in a browser # SKIP chromium is not installed\n1..1')
  process.exit(0)
}
const { browser, axe } = opened
const shown = (page, selector) => page.evaluate((s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length, selector)
const wide = { viewport: { width: 1280, height: 900 } }

// --- off
{
  const context = await browser.newContext({ ...wide, javaScriptEnabled: false })
  const page = await open(context, base + '/en/2026/03/17/')
  result((await page.locator('main button, main input, main output').count()) === 0, 'without scripts there is no control that does nothing')
  await context.close()
}

// --- filter
for (const [prefix, colorScheme] of [['/en', 'light'], ['', 'dark']]) {
  const context = await browser.newContext({ ...wide, colorScheme })
  const page = await open(context, `${base}${prefix}/2026/03/17/`)
  const field = page.getByRole('searchbox', { name: prefix ? 'Filter' : '絞り込み' })
  const label = `the day${prefix}`
  const all = await shown(page, 'section article, #others li')
  await field.fill('YANG units')
  result((await shown(page, 'article')) === 1 && (await shown(page, '#others li')) === 0, `${label}: two words leave the document that has both`)
  result((await shown(page, 'section')) === 1, `${label}: a section without a document is hidden`)
  result((await shown(page, 'main nav li')) >= 2 && (await shown(page, 'main nav details')) === 1 && (await shown(page, 'main nav > ul > li')) === 2,
    `${label}: so are the lines of the contents that lead to it`, await page.locator('main nav').innerText())
  await page.waitForTimeout(300)
  result((await page.locator('main output').innerText()) === (prefix ? `1 of ${all}` : `${all}件のうち1件`), `${label}: how many is told`, await page.locator('main output').innerText())
  result((await violations(page, axe)).length === 0, `${label}: axe finds nothing while it is filtered`, await violations(page, axe))
  await field.press('Escape')
  result((await shown(page, 'section article, #others li')) === all && (await field.inputValue()) === '', `${label}: Escape shows all again`)
  for (const [what, words, n] of [['a name', 'draft-ietf-tls-example-hybrid', 1], ['an author', '佐藤', 1], ['full width', 'ＹＡＮＧ　ｕｎｉｔｓ', 1], ['no word of the links', 'datatracker', 0]]) {
    await field.fill(words)
    result((await shown(page, 'section article')) === n, `${label}: ${what} finds ${n}`, await shown(page, 'section article'))
  }
  await page.evaluate(() => { location.hash = 'draft-ietf-quic-example-path-budget-00' })
  await until(page, () => document.querySelector('#filter').value === '')
  result((await shown(page, '#draft-ietf-quic-example-path-budget-00')) === 1, `${label}: a link to what is hidden shows it`)
  await page.evaluate(() => { location.hash = '#%E0%A4%A' })
  await page.waitForTimeout(100)
  result(page.faults.length === 0 && page.requests.every((url) => url.startsWith(base)), `${label}: no fault, no request elsewhere`, [page.faults, page.requests])
  await context.close()
}
{
  const context = await browser.newContext(wide)
  const page = await open(context, base + '/2026/03/17/')
  const session = await context.newCDPSession(page)
  await page.locator('#filter').focus()
  await session.send('Input.imeSetComposition', { text: 'さとう', selectionStart: 3, selectionEnd: 3 })
  result((await shown(page, 'article')) > 20, 'what is being composed is no word yet')
  await session.send('Input.insertText', { text: '佐藤' })
  const isComposed = await until(page, () => [...document.querySelectorAll('article')].filter((e) => !e.hidden).length === 1)
  result(isComposed, 'the composed word is')
  const short = await open(context, base + '/2026/03/16/')
  result((await short.locator('#filter').count()) === 0, 'a day of few documents has no filter')
  await context.close()
}

// --- the link to a document
{
  const context = await browser.newContext({ ...wide, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await open(context, base + '/en/2026/03/17/')
  const article = page.locator('article').nth(2)
  const button = article.getByRole('button')
  const id = await article.getAttribute('id')
  const opacity = () => button.evaluate((e) => getComputedStyle(e).opacity)
  await page.mouse.move(0, 0)
  result((await opacity()) === '0', 'the button is not in the way')
  await article.hover()
  result((await opacity()) === '1', 'it shows under the pointer')
  await page.mouse.move(0, 0)
  await article.locator('h3 a').focus()
  await page.keyboard.press('Tab')
  result((await opacity()) === '1' && (await button.getAttribute('aria-label')).startsWith('Copy the link: '), 'and with the keyboard, with a name')
  await page.keyboard.press('Enter')
  await until(page, () => document.querySelector('.said').textContent !== '')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  result(copied === `${base}/en/2026/03/17/#${id}`, 'the link is in the clipboard', copied)
  result((await page.getByRole('status').filter({ hasText: 'The link is copied.' }).count()) === 1, 'and a status says so')
  result((await violations(page, axe)).length === 0, 'axe finds nothing while it does', await violations(page, axe))
  result(await until(page, () => document.querySelector('.said').textContent === ''), 'for a while')
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await button.click()
  await until(page, () => location.hash !== '')
  result(page.url().endsWith(`#${id}`), 'where nothing can be copied the link is in the address bar', page.url())
  result(page.faults.length === 0, 'no fault', page.faults)
  await context.close()
}

// --- keys
{
  const context = await browser.newContext(wide)
  const page = await open(context, base + '/2026/03/17/')
  const at = async (path, sentence) => {
    await page.waitForURL(base + path, { timeout: 5000 }).catch(() => {})
    result(page.url() === base + path, sentence, page.url())
  }
  await page.keyboard.press('ArrowRight')
  await at('/2026/03/18/', 'the right arrow leads to the next day')
  await page.keyboard.press('ArrowLeft')
  await at('/2026/03/17/', 'the left one to the day before')
  result((await page.locator('nav.around a').last().getAttribute('aria-keyshortcuts')) === 'ArrowRight' && (await page.locator('.keys').innerText()).includes('→'), 'the page says so')
  for (const keys of ['Shift+ArrowRight', 'Control+ArrowRight', 'a', 'Home']) await page.keyboard.press(keys)
  await page.locator('#filter').fill('x')
  await page.locator('#filter').press('ArrowRight')
  await page.waitForTimeout(300)
  await at('/2026/03/17/', 'but not with another key, nor inside of a field')
  await page.goto(base + '/2026/')
  result((await page.locator('.keys').count()) === 0, 'where nothing is before or after, no key is promised')
  await page.goto(base + '/2026/03/')
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(200)
  await at('/2026/03/', 'where nothing is after, the arrow leads nowhere')
  await context.close()
}

// --- a long day, with attacks among its titles
for (const cpu of [1, 4]) {
  const context = await browser.newContext(wide)
  const page = await open(context, long + '/en/2026/03/17/')
  if (cpu === 1) {
    const size = (await (await fetch(long + '/en/2026/03/17/', { headers: { 'Accept-Encoding': 'identity' } })).arrayBuffer()).byteLength
    const sizeJa = (await (await fetch(long + '/2026/03/17/', { headers: { 'Accept-Encoding': 'identity' } })).arrayBuffer()).byteLength
    result(Math.max(size, sizeJa) < 1_000_000, `a day of ${await page.locator('article').count()} documents is less than a megabyte: ${sizeJa} and ${size} bytes`)
    result((await page.locator('main nav details').count()) > 0, 'it has its own contents')
  }
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await session.send('Performance.enable')
  const metrics = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))
  await page.locator('#filter').focus()
  const before = await metrics()
  // One frame behind each letter, as one types.
  const times = await page.evaluate(async () => {
    const field = document.querySelector('#filter')
    const times = []
    for (const value of ['n', 'nu', 'number', 'number 44', 'number 443', '']) {
      field.value = value
      const start = performance.now()
      field.dispatchEvent(new InputEvent('input'))
      times.push(performance.now() - start)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
    return times.map((time) => Math.round(time * 10) / 10)
  })
  const after = await metrics()
  const layouts = after.LayoutCount - before.LayoutCount
  const style = Math.round((after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration) * 1000)
  result(Math.max(...times) < 100 * cpu, `six keys, processor 1/${cpu}: ${times.join(', ')} ms in the script, none blocks`)
  result(layouts <= 14, `no more layouts than frames: ${layouts}, ${style} ms in all`, { layouts })
  result(page.faults.length === 0 && page.requests.every((url) => url.startsWith(long)), 'strangers\' words among them do nothing', [page.faults, page.requests])
  await context.close()
}

// --- from a folder
{
  const context = await browser.newContext(wide)
  const page = await open(context, `file://${folder}/en/2026/03/17/index.html`, 0)
  await page.locator('#filter').fill('quic')
  result((await shown(page, 'article')) > 0 && (await shown(page, 'article')) < 20, 'from a folder: the filter')
  await page.locator('h1').click()
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/03\/18\/index.html$/)
  result(page.faults.length === 0, 'from a folder: the keys, and no fault', page.faults)
  await context.close()
}
await browser.close()
plan()
