// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// The search as readers, and as scripts of other sites, use it. `tools` are those of read.mjs.

const attacks = [
  '<script>nikkanWasAttacked(1)</script>', '"><img src=x onerror=nikkanWasAttacked(2)>', "' onfocus=nikkanWasAttacked(3) autofocus='", '</title><svg onload=nikkanWasAttacked(4)>',
  'javascript:nikkanWasAttacked(5)', '</textarea><script>nikkanWasAttacked(6)</script>', '{{constructor.constructor("nikkanWasAttacked(7)")()}}', 'kind:<script>nikkanWasAttacked(8)</script>',
  '&quot;&gt;&lt;script&gt;nikkanWasAttacked(9)&lt;/script&gt;', '<mark onmouseover=nikkanWasAttacked(10)>key</mark>', '\u202e<b>key', 'key" area:sec" from:"2026', '-->]]><script>nikkanWasAttacked(11)</script>',
]

async function byForm({ browser, base, open, result }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', javaScriptEnabled: false })
  const page = await open(context, base + '/en/')
  await page.fill('form.find input', 'evidence')
  await page.press('form.find input', 'Enter')
  result(page.url() === base + '/en/search/?q=evidence', 'the field of a page searches', page.url())
  const marks = await page.locator('.hits mark').allInnerTexts()
  result(marks.length > 0 && marks.every((text) => /evidence/i.test(text)), 'what was looked for is marked', marks)
  result((await page.inputValue('#q')) === 'evidence', 'and stands in the form')
  result((await page.locator('form').count()) === 1, 'of which there is one')

  const all = await page.locator('.hits > li').count()
  await page.fill('#q', '"evidence freshness"')
  await page.click('form.search button')
  const some = await page.locator('.hits > li').count()
  result(some > 0 && some <= all && /evidence.freshness/i.test(await page.innerText('ol.hits')), 'a phrase is found as one', { all, some })

  await page.selectOption('#order', 'ranked')
  await page.fill('#from', '2026-03-17')
  await page.fill('#to', '2026-03')
  await page.press('#to', 'Enter')
  const kept = [await page.inputValue('#order'), await page.inputValue('#from'), await page.inputValue('#to')]
  result(kept.join() === 'ranked,2026-03-17,2026-03', 'order and days stay in the form', kept)

  await page.fill('#q', 'kind:nonsense')
  await page.fill('#from', '')
  await page.fill('#to', '')
  await page.press('#q', 'Enter')
  const described = await page.getAttribute('#q', 'aria-describedby')
  result(/no such kind/.test(await page.innerText(`#${described}`)) && (await page.inputValue('#q')) === 'kind:nonsense', 'what is wrong is told beside what was typed')

  await page.fill('#q', 'nosuchwordatall')
  await page.press('#q', 'Enter')
  result(/from 20\d\d-\d\d-\d\d to 2026-03-19/.test(await page.innerText('#results')), 'nothing found: where it was looked for', await page.innerText('#results'))
  await page.click('details.help summary')
  await page.click('details.help a >> nth=0')
  result(/\/en\/search\/\?q=/.test(page.url()), 'the help can be tried', page.url())
  const faults = page.faults.filter((fault) => !fault.includes('400'))
  result(faults.length === 0, 'searching: without scripts and without faults', faults)
  await context.close()
}

async function byLinks({ browser, base, open, result }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme: 'dark', javaScriptEnabled: false })
  const page = await open(context, base + '/search/?q=' + encodeURIComponent('鍵'))
  const snippet = page.locator('.snippet:has(mark)')
  result((await snippet.count()) > 0 && (await snippet.first().locator('mark').innerText()) === '鍵', 'Japanese is found in summaries', await page.innerText('#results'))

  await page.goto(base + '/search/?q=document')
  const whole = await page.innerText('#found')
  await page.click('.facets a >> text=2026')
  result(/from=2026&to=2026/.test(page.url()), 'a year narrows', page.url())
  await page.click('.facets a:has-text("SEC")')
  result(/area%3Asec/.test(page.url()) && parseInt(await page.innerText('#found')) < parseInt(whole), 'an area narrows', page.url())
  await page.click('.facets .wider a >> nth=1')
  await page.click('.facets .wider a >> nth=0')
  result((await page.innerText('#found')) === whole, 'and both can be left again', [page.url(), whole])

  const first = await page.innerText('.hits > li h3 >> nth=0')
  const ahead = await page.locator('link[rel=next][href*="offset=20"]').count()
  await page.click('nav.around .next a')
  result(/offset=20/.test(page.url()) && (await page.getAttribute('ol.hits', 'start')) === '21', 'the next page goes on', page.url())
  result(ahead === 1 && (await page.locator('link[rel=prev]').count()) === 1, 'programs see the pages before and after', ahead)
  await page.click('nav.around .prev a')
  result((await page.innerText('.hits > li h3 >> nth=0')) === first, 'and the one before is the same again')
  await page.click('.hits > li h3 a >> nth=0')
  result(/\/(doc|rfc)\//.test(page.url()) || !page.url().startsWith(base), 'what was found is a link away', page.url())
  result(page.faults.length === 0, 'moving about in what was found: without faults', page.faults)
  await context.close()
}

async function byKeyboard({ browser, base, open, result }) {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } })
  const page = await open(context, base + '/en/about/')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab') // skip link, name, field
  await page.keyboard.type('evidence')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=evidence/)
  result(page.url() === base + '/en/search/?q=evidence', 'by keyboard alone, 320 pixels wide', page.url())
  const outline = await page.evaluate(() => {
    document.querySelector('#q').focus()
    return getComputedStyle(document.querySelector('#q')).outlineStyle
  })
  result(outline === 'solid', 'the field shows that it has the focus', outline)
  await context.close()
}

async function byAttack({ browser, hostile, open, result }) {
  const context = await browser.newContext()
  const ran = []
  await context.exposeFunction('nikkanWasAttacked', (what) => ran.push(what))
  for (const attack of attacks) {
    const text = encodeURIComponent(attack)
    for (const path of [`/search/?q=${text}`, `/en/search/?q=key&from=${text}&to=${text}&order=${text}`]) {
      const page = await context.newPage()
      const faults = []
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('dialog', (dialog) => { faults.push(dialog.message()); dialog.dismiss() })
      page.on('request', (request) => request.url().startsWith(hostile) || faults.push(request.url()))
      await page.goto(hostile + path, { waitUntil: 'load' })
      const foreign = await page.evaluate(() => document.querySelectorAll('img, iframe, script:not([src]), svg, [onerror], [onload], [onfocus], [onmouseover], a[href^="javascript"]').length)
      if (faults.length + foreign > 0) result(false, `searched for: ${attack}`, { path, faults, foreign })
      await page.close()
    }
  }
  result(ran.length === 0, `${attacks.length} attacks were searched for, and none ran`, ran)
  await context.close()
}

// Another site may ask, with a preflight by the browser. The second site is here that other one, with scripts, which it has not.
async function byScript({ browser, base, hostile, result }) {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(hostile + '/health')
  const answer = await page.evaluate(async (address) => {
    const response = await fetch(address, { method: 'QUERY', headers: { 'Content-Type': 'application/json' }, body: '{"q":"evidence"}' })
    const again = await fetch(new URL(response.headers.get('Location'), address))
    return { status: response.status, first: await response.text(), second: await again.text(), types: response.headers.get('Accept-Query') }
  }, base + '/api/v1/search')
  result(answer.status === 200 && answer.first === answer.second && /json/.test(answer.types), 'a script of another site asks by QUERY, and again by GET', answer.status)
  await context.close()
}

export async function readSearch(tools) {
  for (const part of [byForm, byLinks, byKeyboard]) await part(tools)
  if (tools.hostile) for (const part of [byScript, byAttack]) await part(tools)
}
