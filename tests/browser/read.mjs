// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// node read.mjs TOOLS BASE [HOSTILE [FOLDER]] - reads every kind of page in Chromium, as TAP: no error in the console, no request elsewhere, no violation that axe
// finds, nothing wider than the screen. HOSTILE is a second site that was made out of attacks, FOLDER the first one
// as files.
import { kinds, launch } from './pages.mjs'
import { readSearch } from './search.mjs'
import { open, plan, result, violations } from './tap.mjs'

const [tools, base, hostile, folder] = process.argv.slice(2)
const opened = await launch(tools)
if (!opened) {
  console.log('ok 1 - pages in a browser # SKIP chromium is not installed\n1..1')
  process.exit(0)
}
const { browser, axe } = opened

const widest = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [390, 'light'], [320, 'light'], [3840, 'light']]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'ja-JP' })
  for (const [kind, path] of Object.entries(kinds)) {
    if ((width === 320 || width === 3840) && !['home', 'edition', 'document', 'group', 'search'].includes(kind)) continue
    const page = await open(context, base + (width === 390 ? '/en' : '') + path, kind === 'missing' ? 404 : 200)
    const label = `${kind}, ${width} pixels, ${colorScheme}`
    // Chromium itself tells the console of each page that is missing.
    const faults = page.faults.filter((fault) => kind !== 'missing' || !fault.includes('404'))
    result(faults.length === 0, `${label}: nothing in the console`, faults)
    result(page.requests.every((url) => url.startsWith(base)), `${label}: no request elsewhere`, page.requests)
    const asked = page.requests.filter((url) => !url.endsWith('/icon.svg') && new URL(url).pathname !== '/site.js')
    result(asked.length === 2, `${label}: one page and one style; the script comes behind them`, page.requests)
    result((await page.evaluate(widest)) <= 0, `${label}: not wider than the screen`, await page.evaluate(widest))
    if (width === 1280 || width === 390) {
      const found = await violations(page, axe)
      result(Array.isArray(found) && found.length === 0, `${label}: axe finds nothing`, found)
    }
    await page.close()
  }
  await context.close()
}

// --- answers to programs, against what the site says of them
{
  const { createRequire } = await import('node:module')
  const require = createRequire(`${tools}/package.json`)
  const Ajv = require('ajv/dist/2020.js').default
  const ajv = new Ajv({ strict: false, allErrors: true })
  require('ajv-formats').default(ajv)
  const description = await (await fetch(base + '/api/v1/openapi.json')).json()
  ajv.addSchema(description, 'site')
  const examples = { date: ['2026-03-17', '2026-03-18'], document: ['draft-ietf-rats-example-evidence-freshness', 'rfc99001'], year: ['2026', '1999'], search: ['?q=evidence', '?q=document&order=ranked&offset=20', '?q=nosuchwordatall', '?from=2026-03'] }
  for (const [path, { get }] of Object.entries(description.paths)) {
    const name = /\{(\w+)\}/.exec(path)?.[1]
    const declared = (get.parameters ?? []).map((p) => (p.$ref ? description.components.parameters[p.$ref.split('/').pop()] : p).name)
    const searches = path === '/api/v1/search'
    result(JSON.stringify(declared) === JSON.stringify(name ? [name] : searches ? ['q', 'from', 'to', 'order', 'offset'] : []), `${path} declares its parameters`, declared)
    for (const value of name ? examples[name] : searches ? examples.search : ['']) {
      const address = base + path.replace(/\{\w+\}/, value) + (searches ? value : '')
      const response = await fetch(address)
      const validate = ajv.getSchema('site' + get.responses[200].content['application/json'].schema.$ref)
      const good = response.status === 200 && response.headers.get('content-type') === 'application/json' && validate(await response.json())
      result(good, `${path} answers as described for ${value || 'all'}`, validate.errors)
    }
    if (searches) {
      const refusal = ajv.getSchema('site#/components/schemas/refusal'), query = ajv.getSchema('site#/components/schemas/query')
      const refused = await fetch(base + path + '?q=kind:nonsense')
      result(refused.status === 400 && refusal(await refused.json()), `${path} says what is wrong as described`, refusal.errors)
      for (const content of [{ q: 'evidence' }, { q: 'evidence', from: '2026', to: '2026-03', order: 'ranked', offset: 0 }, { query: 'evidence' }, { q: 1 }, { q: 'evidence', offset: -1 }]) {
        const response = await fetch(base + path, { method: 'QUERY', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content) })
        result((response.status === 200) === query(content), `${path}: QUERY takes what is described: ${JSON.stringify(content)}`, response.status)
      }
    }
    if (!get.responses[404]) continue
    const response = await fetch(base + path.replace(/\{\w+\}/, name === 'date' ? '2026-01-01' : 'draft-no-such'))
    const validate = ajv.getSchema('site#/components/schemas/error')
    result(response.status === 404 && validate(await response.json()), `${path} says what is missing as described`, validate.errors)
  }
}

// --- moving about
{
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce', javaScriptEnabled: false })
  const page = await open(context, base + '/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  result(page.url().endsWith('#content'), 'the first key leads to the text', page.url())
  // Without waiting for two frames in which it does not move: on a busy machine a page that changes nothing may get none. Where the pointer hits is told by the address.
  await page.click('svg.calendar a[href="/2026/03/17/"]', { force: true })
  result(page.url() === base + '/2026/03/17/', 'a day of the calendar leads to its edition', page.url())
  await page.click('nav.around .next a')
  result(page.url() === base + '/2026/03/18/', 'the next day is a link away', page.url())
  await page.click('nav.site .language a')
  result(page.url() === base + '/en/2026/03/18/', 'the same day in the other language', page.url())
  await page.click('article h3 a')
  result(/\/en\/(doc|rfc)\//.test(page.url()), 'a title leads to the life of its document', page.url())
  await page.click('dl.facts a[href^="/en/author/"]')
  result(/\/en\/author\//.test(page.url()), 'an author leads to a page', page.url())
  result(page.faults.length === 0, 'all of it without scripts and without faults', page.faults)
  await context.close()
}
{
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await open(context, base + '/')
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [red] = ground.match(/\d+/g).map(Number)
  result(red < 64, 'the ground is dark where the reader wants it', ground)
  await context.close()
}

await readSearch({ browser, base, hostile, open, result })

// --- without a server
if (folder) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const faults = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
  page.on('requestfailed', (request) => faults.push(request.url()))
  await page.goto(`file://${folder}/index.html`)
  await page.click('svg.calendar a[href="2026/03/17/index.html"]')
  result(page.url().endsWith('/2026/03/17/index.html'), 'from a folder: a day leads to its edition', page.url())
  await page.click('nav.site .language a')
  result(page.url().endsWith('/en/2026/03/17/index.html'), 'from a folder: the other language', page.url())
  await page.click('article h3 a')
  result(/\/en\/(doc|rfc)\/[^/]+\/index.html$/.test(page.url()), 'from a folder: a document', page.url())
  const font = await page.evaluate(() => getComputedStyle(document.querySelector('header.site')).display)
  result(font === 'flex' && faults.length === 0, 'from a folder: with its style and without faults', { font, faults })
  await context.close()
}

// --- strangers' words
if (hostile) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const seen = new Set(['/'])
  const queue = ['/', '/en/']
  const ran = []
  await context.exposeFunction('nikkanWasAttacked', (what) => ran.push(what))
  let n = 0
  for (; queue.length > 0 && n < 150; n++) {
    const path = queue.shift()
    const page = await open(context, hostile + path)
    if (page.faults.length > 0) result(false, `${path}: nothing runs`, page.faults)
    if (!page.requests.every((url) => url.startsWith(hostile))) result(false, `${path}: no request elsewhere`, page.requests)
    if (/\.(atom|json|opml)$/.test(path)) { // shown by Chromium's own viewer
      await page.close()
      continue
    }
    const inside = await page.evaluate(() => ({
      scripts: [...document.querySelectorAll('script, iframe, object, embed, base, form:not([role=search][action$="/search/"]), style, img, [style], meta[http-equiv]')]
        .filter((e) => e.localName !== 'script' || e.text !== '' || new URL(e.src).origin !== location.origin || new URL(e.src).pathname !== '/site.js').length,
      handlers: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length,
      links: [...document.querySelectorAll('a[href]')].map((a) => a.href.baseVal ?? a.href),
    }))
    const wrong = inside.links.filter((href) => !/^https?:/.test(new URL(href, document_base(path)).href))
    if (inside.scripts + inside.handlers + wrong.length > 0) result(false, `${path}: markup of strangers`, { ...inside, links: wrong })
    for (const href of inside.links) {
      const url = new URL(href, document_base(path))
      if (url.origin !== hostile || seen.has(url.pathname)) continue
      seen.add(url.pathname)
      queue.push(url.pathname)
    }
    await page.close()
  }
  function document_base(path) { return hostile + path }
  result(n > 20, `${n} pages out of attacks were read`, n)
  result(ran.length === 0, 'and nothing of them ran', ran)
  await context.close()
}
await browser.close()
plan()
