// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// What the tests in a browser say, as TAP, and what they all look at: faults of a page, its requests, what axe finds.
import { readFileSync } from 'node:fs'

let number = 0
let failures = 0

export function result(good, sentence, detail) {
  number++
  console.log(`${good ? 'ok' : 'not ok'} ${number} - ${sentence}`)
  if (good) return
  failures++
  for (const line of JSON.stringify(detail ?? null, null, 1).slice(0, 3000).split('\n')) console.log(`# ${line}`)
}

export function plan() {
  console.log(`1..${number}`)
  process.exit(failures > 0 ? 1 : 0)
}

// Opens a page and keeps what goes wrong on it. A file has no status: 0.
export async function open(context, address, status = 200) {
  const page = await context.newPage()
  const faults = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss() })
  page.requests = []
  page.on('request', (request) => page.requests.push(request.url()))
  const response = await page.goto(address, { waitUntil: 'load' })
  if (status !== 0 && response.status() !== status) faults.push(`status ${response.status()}`)
  page.faults = faults
  return page
}

// axe runs in a world of its own, which the page's policy does not bind.
export async function violations(page, axe) {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const evaluate = (expression) => session.send('Runtime.evaluate', { expression, contextId: executionContextId, awaitPromise: true, returnByValue: true })
  await evaluate(readFileSync(axe, 'utf8'))
  const { result: answer } = await evaluate(
    'axe.run({ preload: location.protocol !== "file:" }).then((r) => r.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)) })))')
  return answer.value
}

// Waits until `predicate` holds in the page, at most three seconds. (Playwright's own waiting wants eval, which the policy of the pages forbids.)
export async function until(page, predicate) {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate(predicate)) return true
    await page.waitForTimeout(50)
  }
  return false
}
