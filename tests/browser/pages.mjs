// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// The kinds of pages, one address each, out of the samples; and the browser that reads them.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const kinds = {
  home: '/',
  edition: '/2026/03/17/',
  year: '/2026/',
  month: '/2026/03/',
  week: '/2026/W12/',
  document: '/doc/draft-ietf-rats-example-evidence-freshness/',
  rfc: '/rfc/99002/',
  topics: '/topics/',
  topic: '/topic/pqc/',
  groups: '/groups/',
  group: '/group/tls/',
  area: '/area/sec/',
  author: '/author/hedvig-kopp/',
  search: '/search/?q=key',
  'search form': '/search/',
  'search without a hit': '/search/?q=nosuchword&order=ranked',
  about: '/about/',
  missing: '/no/such/page/',
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// `tools`: the folder that playwright-core and axe-core were installed in. null if there is no browser.
export async function launch(tools) {
  const require = createRequire(join(tools, 'package.json'))
  const { chromium } = require('playwright-core')
  const executablePath = programs.find((path) => existsSync(path))
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] })
  return { browser, axe: require.resolve('axe-core/axe.min.js') }
}
