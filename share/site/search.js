// SPDX-FileCopyrightText: nikkan contributors
// SPDX-License-Identifier: MIT
// The search of a site of files. The index lies beside this file in search/data/ and was written by src/serve/search_index.c: `about`, words in files by their first
// characters (w0, w1, …), documents in blocks (d0, d1, …). Each file is a script that calls nikkanSearch, because a page out of a folder may load nothing else.
// What comes from the index is put into the page as text only.
'use strict'
{
  const PAUSE_MS = 200 // while one types
  const SHOWN = 20 // documents at once
  const KEY = 3 // characters that decide on the file of a word
  const MOST_WORDS = 32
  const MOST_CHARACTERS = 64 // of a word that is looked for
  const DAY_MS = 86400000
  const own = document.currentScript
  const words = own.dataset
  const root = new URL('.', own.src)

  // --- files of the index, each loaded once

  const waiting = new Map()
  const loaded = new Map()
  window.nikkanSearch = (name, value) => waiting.get(name)?.(value)

  const load = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        const script = document.createElement('script')
        waiting.set(name, resolve)
        script.src = new URL(`search/data/${name}.js`, root)
        script.onload = () => script.remove()
        script.onerror = () => {
          loaded.delete(name)
          reject(new Error(name))
        }
        document.head.append(script)
      }))
    }
    return loaded.get(name)
  }

  // --- words, folded as src/store/word.c does

  const SINGLE = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u
  const LETTER = /[\p{L}\p{N}]/u
  const MARK = /[\p{M}\u00ad]/u
  const foldLetter = (letter) => [...letter.normalize('NFKD').toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ')].filter((c) => LETTER.test(c) && !SINGLE.test(c)).join('')

  // Runs of a text: a word, or characters that stand side by side in a script without blanks.
  const runsOf = (text) => {
    const runs = []
    let before = ''
    // Kana of half width and their sound marks are one character; all else is folded letter by letter.
    for (const c of text.replace(/[\uff66-\uff9f]+/g, (kana) => kana.normalize('NFKC')).normalize('NFC')) {
      const kind = SINGLE.test(c) ? 'single' : LETTER.test(c) ? 'word' : MARK.test(c) ? before : ''
      if (kind !== '' && kind !== before) runs.push({ isSingle: kind === 'single', text: '' })
      if (kind === 'single' && !MARK.test(c)) runs.at(-1).text += c
      if (kind === 'word') runs.at(-1).text += foldLetter(c)
      before = kind
    }
    return runs.filter((run) => run.text !== '')
  }

  // What has to be in the index for a text: words, or pairs of characters.
  const entriesOf = (text) => runsOf(text).flatMap((run) => {
    const characters = [...run.text].slice(0, MOST_CHARACTERS)
    if (!run.isSingle) return [characters.join('')]
    return characters.length === 1 ? characters : characters.slice(1).map((c, i) => characters[i] + c)
  })

  // --- what was asked: [{ field, entries, isPrefix, isNegative }]

  class Refused extends Error {}
  const FIELDS = ['group', 'area', 'author', 'topic', 'kind']

  const parse = (text, common) => {
    const terms = []
    // The signs of a query may be those of a Japanese keyboard.
    const ascii = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCodePoint(c.codePointAt(0) - 0xfee0)).replace(/[\u201c\u201d]/g, '"')
    const parts = ascii.match(/-?(?:\p{L}+:)?"[^"]*"?|\S+/gu) ?? []
    for (const part of parts.slice(0, MOST_WORDS)) {
      const [, minus, name, value] = /^(-?)(?:(\p{L}+):)?(.*)$/u.exec(part)
      const field = name?.toLowerCase()
      if (field === 'from' || field === 'to') throw new Refused(words.unknown.replace('{word}', part))
      const isField = FIELDS.includes(field)
      const whole = isField || !name ? value : `${name}:${value}`
      const isPrefix = whole.endsWith('*') && !isField
      let entries = isField && field !== 'author' ? [value.replace(/"/g, '').toLowerCase()] : entriesOf(whole)
      if (isField) entries = entries.filter((entry) => entry !== '').map((entry) => `${field}:${entry}`)
      else entries = entries.filter((entry) => isPrefix || !common.has(entry))
      if (entries.length === 0) continue
      if (isPrefix && !SINGLE.test(entries.at(-1)) && [...entries.at(-1)].length < KEY) throw new Refused(words.short.replace('{word}', part))
      terms.push({ field: isField ? field : '', entries, isPrefix: isPrefix && !SINGLE.test(entries.at(-1)), isNegative: minus !== '' })
    }
    // The last word may not be at its end yet.
    const last = terms.at(-1)
    if (last && last.field === '' && !last.isNegative && /[\p{L}\p{N}]$/u.test(text) && !SINGLE.test(last.entries.at(-1)) && [...last.entries.at(-1)].length >= KEY) last.isPrefix = true
    return terms
  }

  // --- numbers of documents: a Map from number to whether the word is in what names the document

  const shardOf = (entry, shards) => {
    const colon = entry.indexOf(':')
    let hash = 2166136261
    let left = KEY
    let at = 0
    for (const c of entry) {
      if (left === 0) break
      hash = Math.imul(hash ^ c.codePointAt(0), 16777619)
      if (at > colon) left--
      at += c.length
    }
    return ((hash ^ (hash >>> 15)) >>> 0) & (shards - 1)
  }

  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const DIGITS = new Map([...LETTERS].map((letter, i) => [letter, i]))

  const read = (text, isName, into) => {
    let number = -1
    let difference = 0
    let weight = 1
    for (const letter of text) {
      const digit = DIGITS.get(letter)
      difference += (digit % 32) * weight
      weight *= 32
      if (digit >= 32) continue
      number += difference
      if (isName || !into.has(number)) into.set(number, isName)
      difference = 0
      weight = 1
    }
  }

  const lookUp = async (about, entry, isPrefix) => {
    const shard = await load(`w${shardOf(entry, about.shards)}`)
    const found = new Map()
    const known = isPrefix ? Object.keys(shard).filter((word) => word.startsWith(entry)) : Object.hasOwn(shard, entry) ? [entry] : []
    for (const word of known) {
      const [names, texts] = shard[word].split(' ')
      read(names, true, found)
      read(texts ?? '', false, found)
    }
    return found
  }

  // All entries of a term.
  const findTerm = async (about, term) => {
    const maps = await Promise.all(term.entries.map((entry, i) => lookUp(about, entry, term.isPrefix && i === term.entries.length - 1)))
    const [first, ...others] = maps.sort((a, b) => a.size - b.size)
    const found = new Map()
    for (const [number, isName] of first)
      if (others.every((map) => map.has(number))) found.set(number, isName && others.every((map) => map.get(number)))
    return found
  }

  // All terms but the negative ones; of one field either value.
  const find = async (about, terms) => {
    const results = await Promise.all(terms.map((term) => findTerm(about, term)))
    const wanted = []
    const unwanted = []
    const fields = new Map()
    terms.forEach((term, i) => {
      if (term.isNegative) unwanted.push(results[i])
      else if (!fields.has(term.field)) {
        wanted.push(results[i])
        if (term.field !== '') fields.set(term.field, results[i])
      } else for (const [number, isName] of results[i]) fields.get(term.field).set(number, isName)
    })
    if (wanted.length === 0) return []
    const [first, ...others] = wanted.sort((a, b) => a.size - b.size)
    const found = []
    for (const [number, isName] of first)
      if (others.every((map) => map.has(number)) && !unwanted.some((map) => map.has(number)))
        found.push({ number, isName: isName && others.every((map) => map.get(number)) })
    return found.sort((a, b) => b.isName - a.isName || b.number - a.number)
  }

  // --- the page

  const form = document.querySelector('form.search')
  const field = form.querySelector('input')
  const place = document.getElementById('results')
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
  const page = (...segments) => new URL([words.prefix, ...segments, 'index.html'].filter(Boolean).map(encodeURIComponent).join('/'), root).href
  const dayText = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10)
  const dayLink = (day) => make('a', { href: page(...dayText(day).split('-')) }, make('time', { datetime: dayText(day) }, dayText(day)))

  const showDocument = ([name, title, group, authors, first, last]) => {
    const isRfc = name.startsWith('rfc')
    const address = isRfc ? page('rfc', name.slice(3)) : page('doc', name)
    const about = make('p', { class: 'small' }, isRfc ? `RFC ${name.slice(3)}` : name)
    const when = make('p', { class: 'when' }, dayLink(first))
    const heading = make('h3', {}, make('a', { href: address }, title))
    if (document.documentElement.lang !== 'en') heading.lang = 'en'
    if (group !== '') about.append(' / ', make('a', { href: page('group', group) }, group))
    if (authors !== '') about.append(' / ', authors.split('\n').join(', '))
    if (last !== first) when.append(' – ', dayLink(last))
    return make('li', {}, when, make('div', {}, heading, about))
  }

  const showMore = async (about, found, list, more) => {
    const shown = list.children.length
    const part = found.slice(shown, shown + SHOWN)
    const blocks = await Promise.all(part.map(({ number }) => load(`d${Math.floor(number / about.block)}`)))
    // A copy that is being replaced may have numbers without a document.
    list.append(...part.map(({ number }, i) => blocks[i][number % about.block]).map((one) => (one ? showDocument(one) : make('li', { hidden: '' }))))
    more.hidden = list.children.length >= found.length
  }

  const say = (kind, ...children) => place.replaceChildren(make('div', { class: kind, role: 'status' }, ...children))

  let turn = 0
  const search = async (isChosen) => {
    const mine = ++turn
    const text = field.value.trim()
    try {
      const about = await load('about')
      const terms = parse(isChosen ? `${text} ` : field.value, new Set(about.common))
      if (mine !== turn) return
      if (terms.length === 0) {
        place.replaceChildren()
        if (text === '') return
      }
      const found = await find(about, terms)
      if (mine !== turn) return
      const searched = make('p', { class: 'small' }, fill(words.searched, { n: about.documents, first: about.first, last: about.last, summaries: about.summaries }))
      const heading = (words) => make('h2', { id: 'found' }, words)
      if (found.length === 0) {
        say('found', heading(words.nothing), make('p', {}, words.nothingHint), searched)
        return
      }
      const list = make('ol', { class: 'hits' })
      const more = make('button', { type: 'button', class: 'more', hidden: '' }, words.more)
      await showMore(about, found, list, more)
      if (mine !== turn) return
      more.addEventListener('click', async () => {
        const next = list.children.length
        await showMore(about, found, list, more).catch(() => say('fault', make('p', {}, words.fault)))
        list.children[next]?.querySelector('h3 a')?.focus()
      })
      say('found', heading(found.length === 1 ? words.foundOne : fill(words.found, { n: found.length })))
      if (found.length > 1) place.append(make('p', { class: 'small' }, words.order))
      place.append(list, more, searched)
    } catch (error) {
      if (mine === turn) say('fault', make('p', {}, error instanceof Refused ? error.message : words.fault))
    }
  }

  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, PAUSE_MS)
  })
  // The address keeps what was asked, so that it can be shared and come back to; a page out of a folder may not change its own.
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    if (location.protocol !== 'file:') history.replaceState(null, '', `?q=${encodeURIComponent(field.value)}`)
    search(true)
  })
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value.trim() !== '') search(true)
  else field.focus()
}
