// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// What a page can do beyond being read: filter the documents of a day while one types, copy the link to one of them, go on by the arrow keys.
// Every control is made here, so that without this file nothing is missing and nothing is dead. The words are attributes of its own element.
'use strict'
{
  const FEWEST_ENTRIES = 8 // a shorter day is seen at a glance
  const STATUS_MS = 150 // after the last key, so that a screen reader is not told each letter
  const NOTE_MS = 2500
  const words = document.currentScript.dataset

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  // What a fragment leads to; null for one that cannot be read.
  const targetOf = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)))
    } catch {
      return null
    }
  }

  // --- the documents of a day, by words

  const plain = (text) => text.normalize('NFKC').toLowerCase()

  // A line of nothing but links (Datatracker / HTML / Diff) says nothing of the document.
  const isLinks = (line) => line.matches('p.small')
    && !/[\p{L}\p{N}]/u.test([...line.childNodes].filter((node) => node.nodeName !== 'A').map((node) => node.textContent).join(''))

  const textOf = (element) =>
    plain(element.matches('article') ? [...element.children].filter((line) => !isLinks(line)).map((line) => line.textContent).join('\n') : element.textContent)

  // Only what changes is touched, and nothing is measured: one layout for one key.
  const show = (element, isShown) => {
    if (element.hidden === isShown) element.hidden = !isShown
  }

  const addFilter = (edition) => {
    const entries = [...edition.querySelectorAll('section article, #others li')].map((element) => ({ element, section: element.closest('section') }))
    const contents = edition.querySelector('nav')
    if (entries.length < FEWEST_ENTRIES || !contents) return
    const sections = [...edition.querySelectorAll('section')].filter((section) => !section.closest('footer'))
    const items = [...contents.querySelectorAll('li')].map((item) => ({ item, target: targetOf(item.querySelector('a')?.hash ?? '') }))
    const areas = [...contents.querySelectorAll('details')].map((area) => ({ area, items: [...area.querySelectorAll('li')] }))
    const input = make('input', { type: 'search', id: 'filter', autocomplete: 'off', spellcheck: 'false', placeholder: words.filterHint, title: words.filterClear })
    const count = make('output', { for: 'filter' })
    let timer = 0

    const apply = () => {
      const wanted = plain(input.value).split(/\s+/).filter((word) => word !== '')
      const found = new Set()
      let n = 0
      for (const entry of entries) {
        entry.text ??= textOf(entry.element)
        const isFound = wanted.every((word) => entry.text.includes(word))
        show(entry.element, isFound)
        if (!isFound) continue
        found.add(entry.section)
        n++
      }
      for (const section of sections) show(section, wanted.length === 0 || found.has(section))
      for (const { item, target } of items) show(item, !target?.hidden)
      for (const { area, items } of areas) show(area, items.some((item) => !item.hidden))
      clearTimeout(timer)
      timer = setTimeout(() => {
        count.textContent = wanted.length === 0 ? '' : words.filterCount.replace('{n}', n).replace('{all}', entries.length)
      }, STATUS_MS)
    }
    const clear = () => {
      input.value = ''
      apply()
    }
    input.addEventListener('input', (event) => event.isComposing || apply())
    input.addEventListener('compositionend', apply)
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      clear()
    })
    // A link to a document that is filtered out has to lead to it.
    addEventListener('hashchange', () => {
      const target = targetOf(location.hash)
      if (!target?.closest('[hidden]')) return
      clear()
      target.scrollIntoView()
    })
    contents.after(make('div', { class: 'filter', role: 'search', 'aria-label': words.filter }, make('label', { for: 'filter' }, words.filter), input, count))
  }

  // --- the link to a document

  const picture = (path) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    svg.setAttribute('viewBox', '0 0 16 16')
    svg.setAttribute('aria-hidden', 'true')
    line.setAttribute('d', path)
    svg.append(line)
    return svg
  }

  // Where the clipboard is closed to us (no https), the old way may still be open.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      const field = make('textarea', { class: 'off', readonly: '' })
      field.value = text
      document.body.append(field)
      field.select()
      const isCopied = document.execCommand('copy')
      field.remove()
      return isCopied
    }
  }

  const addCopying = (edition) => {
    const articles = edition.querySelectorAll('article[id]')
    const chain = picture('M6.4 9.6l3.2-3.2M7.2 4.6l1.5-1.5a2.97 2.97 0 0 1 4.2 4.2l-1.5 1.5M8.8 11.4l-1.5 1.5a2.97 2.97 0 0 1-4.2-4.2l1.5-1.5')
    const tick = picture('M3 8.5l3.4 3.4L13 4.6')
    const note = make('p', { class: 'said', role: 'status' })
    let timer = 0

    for (const article of articles) {
      const heading = article.firstElementChild
      const button = make('button', { type: 'button', class: 'copy', title: words.copy, 'aria-label': `${words.copy}: ${heading.textContent}` }, chain.cloneNode(true))
      heading.after(button)
    }
    if (articles.length > 0) edition.append(note)
    edition.addEventListener('click', async (event) => {
      const button = event.target.closest('button.copy')
      if (!button) return
      const page = document.querySelector('link[rel=canonical]')?.href ?? location.href.split('#')[0]
      const isCopied = await copy(`${page}#${button.parentElement.id}`)
      if (!isCopied) location.hash = button.parentElement.id
      button.focus({ preventScroll: true })
      note.textContent = isCopied ? words.copied : words.notCopied
      if (isCopied) button.replaceChildren(tick.cloneNode(true))
      clearTimeout(timer)
      timer = setTimeout(() => {
        note.textContent = ''
        for (const used of edition.querySelectorAll('button.copy')) used.replaceChildren(chain.cloneNode(true))
      }, NOTE_MS)
    })
  }

  // --- the pages before and after

  const addKeys = (around) => {
    const links = new Map([['ArrowLeft', around.querySelector('.prev a')], ['ArrowRight', around.querySelector('.next a')]])
    for (const [key, link] of links) link?.setAttribute('aria-keyshortcuts', key)
    around.append(make('p', { class: 'keys' }, words.keys))
    document.addEventListener('keydown', (event) => {
      const isOurs = links.get(event.key) && !event.defaultPrevented && !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      // Where an arrow moves a cursor, or what is wider than its place, it still does.
      if (!isOurs || event.target.closest('input, textarea, select, [contenteditable], .scroll')) return
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth > clientWidth || (window.visualViewport?.scale ?? 1) > 1) return
      event.preventDefault()
      links.get(event.key).click()
    })
  }

  const edition = document.querySelector('main.edition')
  const around = document.querySelector('nav.around')
  if (edition && words.filter) {
    addFilter(edition)
    addCopying(edition)
  }
  if (around && words.keys) addKeys(around)
}
