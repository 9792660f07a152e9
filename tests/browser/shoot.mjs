// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// node shoot.mjs TOOLS BASE OUT - pictures of the kinds of pages, 1280 and 390 pixels wide, light and dark.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { kinds, launch } from './pages.mjs'

const [tools, base, out] = process.argv.slice(2)
const shown = ['home', 'edition', 'month', 'document', 'group', 'search', 'about']
const opened = await launch(tools)
if (!opened) {
  console.error('shoot: no chromium')
  process.exit(1)
}
mkdirSync(out, { recursive: true })
for (const colorScheme of ['light', 'dark'])
  for (const width of [1280, 390]) {
    const context = await opened.browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'ja-JP' })
    const page = await context.newPage()
    for (const kind of shown)
      for (const prefix of colorScheme === 'light' ? ['', '/en'] : ['']) {
        await page.goto(base + prefix + kinds[kind])
        await page.screenshot({ path: join(out, `${kind}${prefix.replace('/', '-')}-${width}-${colorScheme}.png`), fullPage: true })
      }
    await context.close()
  }
await opened.browser.close()
