// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// node search-files.mjs TOOLS SAMPLES HOSTILE - the search of a site of files, in Chromium, as TAP. SAMPLES is the site of the samples, HOSTILE one of attacks among
// 300 other documents; both are read from their folders and, below a path, from a server that knows nothing but files.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { launch } from './pages.mjs'
import { open, plan, result, violations } from './tap.mjs'

const [tools, samples, hostile] = process.argv.slice(2)
const opened = await launch(tools)
if (!opened) {
  console.log('ok 1 - the search of a site of files # SKIP chromium is not installed\n1..1')
  process.exit(0)
}
const { browser, axe } = opened

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname)
  const file = normalize(path).replace('/pages/one/', `${samples}/`).replace('/pages/two/', `${hostile}/`).replace(/\/$/, '/index.html')
  if (!path.startsWith('/pages/') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'" })
  createReadStream(file).pipe(response)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const http = `http://127.0.0.1:${server.address().port}/pages`
const wide = { viewport: { width: 1280, height: 900 } }

// What stands in the place of results once it has settled: a heading, a fault, or nothing.
async function settled(page) {
  await page.waitForTimeout(300)
  await page.locator('#found, .fault').first().waitFor({ timeout: 3000 }).catch(() => {})
  return (await page.locator('#found, .fault').first().innerText().catch(() => '')).trim()
}
const titles = (page) => page.locator('ol.hits h3').allInnerTexts()
async function ask(page, query) {
  await page.locator('#q').fill('')
  await page.locator('#q').press('Enter')
  await page.locator('#q').fill(query)
  await page.locator('#q').press('Enter')
  return settled(page)
}

for (const [place, one, two] of [['from a folder', `file://${samples}`, `file://${hostile}`], ['below a path', `${http}/one`, `${http}/two`]]) {
  const context = await browser.newContext(wide)
  const ran = []
  await context.exposeFunction('nikkanWasAttacked', (what) => ran.push(what))

  // --- from the field of any page
  let page = await open(context, `${one}/en/2026/03/17/index.html`, place === 'from a folder' ? 0 : 200)
  await page.locator('header.site input').fill('yang')
  await page.locator('header.site input').press('Enter')
  await page.waitForURL(/en\/search\/index.html\?q=yang$/)
  result((await settled(page)) === '2 documents', `${place}: the field of each page leads to what it finds`, await settled(page))
  await page.locator('ol.hits h3 a').first().click()
  await page.waitForURL(/\/en\/doc\/[^/]+\/index.html$/)
  result((await page.locator('h1').innerText()).includes('YANG'), `${place}: and that to the document`, page.url())
  result(page.faults.length === 0, `${place}: no fault`, page.faults)
  await page.close()

  // --- queries
  page = await open(context, `${one}/en/search/index.html`, place === 'from a folder' ? 0 : 200)
  result((await page.locator('#results').innerText()) === '' && (await page.evaluate(() => document.activeElement.id)) === 'q', `${place}: the page waits for words`)
  await page.locator('#q').pressSequentially('freshn')
  result((await settled(page)) === '1 document', `${place}: a word is found before it is at its end`, await settled(page))
  const cases = [
    ['words of a title, in any order and case', 'DATA yang', '2 documents'],
    ['a name', 'draft-ietf-rats-example-evidence-freshness', '1 document'],
    ['the number of an RFC', 'RFC 99001', '1 document'],
    ['and in one word', 'rfc99001', '1 document'],
    ['an author', 'author:kopp', '2 documents'],
    ['an author without accents', 'kasebier', '1 document'],
    ['a Japanese author', '佐藤', '2 documents'],
    ['a group', 'group:rats', '1 document'],
    ['two groups', 'group:rats group:tls', '2 documents'],
    ['an area and a kind', 'area:sec kind:rfc', 'Nothing was found'],
    ['a topic', 'topic:pqc', '3 documents'],
    ['the name of a topic in Japanese', '耐量子', '3 documents'],
    ['the beginning of a word', 'quant*', null],
    ['not a word', 'yang -units', '1 document'],
    ['words of an abstract', 'guidelines published modules', '1 document'],
    ['words that every text has are passed over', 'the units of yang', '1 document'],
    ['nothing', 'nosuchword', 'Nothing was found'],
    ['a name of JavaScript', 'constructor', 'Nothing was found'],
    ['too short a beginning', 'q*', 'q*: three letters have to stand before the asterisk.'],
    ['days', 'tls from:2026', 'from:2026: a copy of the site as files cannot be searched by days.'],
  ]
  for (const [what, query, wanted] of cases) {
    const found = await ask(page, query)
    result(wanted === null ? /^\d+ documents$/.test(found) : found === wanted, `${place}: ${what}: ${query}`, found)
  }
  await ask(page, 'nosuchword')
  result(/^\d+ documents, announced from 2026-03-16 to 2026-03-19, were searched/m.test(await page.locator('#results').innerText()), `${place}: nothing found says how much was searched`, await page.locator('#results').innerText())
  if (place === 'below a path') result(page.url().endsWith('?q=nosuchword'), `${place}: the address keeps what was asked`, page.url())
  await ask(page, 'yang')
  result((await violations(page, axe)).length === 0, `${place}: axe finds nothing`, await violations(page, axe))
  await page.goto(`${one}/search/index.html`)
  result((await ask(page, '名前付きグループ')) === '1件', `${place}: a word of a Japanese summary`, await settled(page))
  result((await page.locator('#results').innerText()).includes('日本語の要約'), `${place}: how many summaries there are is told`)
  result(page.faults.length === 0 && page.requests.every((url) => url.startsWith(one)), `${place}: no fault, no request elsewhere`, [page.faults, page.requests])
  await page.close()

  // --- attacks, and more than one screen
  page = await open(context, `${two}/en/search/index.html?q=hostile`, place === 'from a folder' ? 0 : 200)
  result(/^[5-9] documents$/.test(await settled(page)), `${place}: documents out of attacks are found`, await settled(page))
  // Words are folded here as where the index is written.
  for (const word of ['straße', 'STRASSE', 'σοφοσ', 'ΣΟΦΌΣ', 'istanbul', 'İstanbul', 'fire', 'ﬁre', 'ガギ', 'ｶﾞｷﾞ', 'か\u3099き\u3099', 'angstrom', 'Ångström', 'x2', 'x²', '5½', '한국어', '국어', 'coöperate',
    'co\u00adoperate', 'ＦＵＬＬ', 'full', '々木', '𠮷野', '𠮷', 'ørsted', '١٢', 'हिन्दी', 'group：made', '　letters　'])
    result((await ask(page, word)) === (word.includes('group') ? 'Nothing was found' : '1 document'), `${place}: a word of many letters: ${word}`, await settled(page))
  await ask(page, 'hostile')
  const asWords = await titles(page)
  result(asWords.includes('<script>alert(1)</script>'), `${place}: their titles are words`, asWords)
  for (const query of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "');alert(1)//", '__proto__', 'topic:__proto__', '{n}', '\\u2028', '"', '*', ':', '-', 'a'.repeat(1000)]) await ask(page, query)
  result((await page.locator('#results script, #results img').count()) === 0, `${place}: queries out of attacks make no markup`)
  result((await ask(page, 'made number')) === '300 documents' && (await titles(page)).length === 20, `${place}: many are shown by and by`)
  result((await titles(page))[0] === 'The Made Draft of Number 300', `${place}: the newest first`, (await titles(page))[0])
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.locator('ol.hits > li').nth(39).waitFor()
  result((await titles(page))[39] === 'The Made Draft of Number 261' && (await page.evaluate(() => document.activeElement.textContent)) === 'The Made Draft of Number 280',
    `${place}: more of them, and the focus goes on`, (await titles(page))[39])
  result(ran.length === 0 && page.faults.length === 0 && page.requests.every((url) => url.startsWith(two)), `${place}: and nothing of it ran`, [ran, page.faults, page.requests])
  const bodies = new Set(page.requests.filter((url) => url.includes('/search/data/')))
  result(bodies.size < 40, `${place}: only what was needed was loaded: ${bodies.size} files`)
  await context.close()
}

// --- off, and broken
{
  const context = await browser.newContext({ ...wide, javaScriptEnabled: false })
  const page = await open(context, `file://${samples}/en/search/index.html`, 0)
  result((await page.locator('p.note').innerText()).includes('needs a script'), 'without scripts the page says what it needs')
  await context.close()
}
{
  const context = await browser.newContext(wide)
  const page = await open(context, `${http}/one/en/search/index.html`)
  await page.route('**/search/data/w*.js', (route) => route.fulfill({ status: 404 }))
  result((await ask(page, 'yang')) === 'The index of this copy could not be loaded.', 'an index that is missing is told', await settled(page))
  await page.unroute('**/search/data/w*.js')
  result((await ask(page, 'yang')) === '2 documents', 'and asked for again')
  await context.close()
}
for (const [width, colorScheme] of [[390, 'light'], [320, 'dark']]) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  const page = await open(context, `${http}/one/search/index.html?q=draft+yang`)
  await settled(page)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  result(over <= 0 && (await violations(page, axe)).length === 0, `${width} pixels, ${colorScheme}: not wider than the screen, axe finds nothing`, [over, await violations(page, axe)])
  await context.close()
}
await browser.close()
server.close()
plan()
