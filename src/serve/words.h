/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/words.h - what the pages of the site say by themselves, in one language: share/site/LANGUAGE.tsv.
 * Floor: serve. Everything that an edition says has its own words (edition/template.h). */
#pragma once
#include "ground/error.h"

/* One row each: the name in the program, the key in the table. */
#define NK_SITE_WORDS(X)                                                                                                                   \
  X (SITE_NAME, "site.name")                                                                                                               \
  X (SITE_SKIP, "site.skip")                                                                                                               \
  X (SITE_NAV, "site.nav")                                                                                                                 \
  X (SITE_LATEST, "site.latest")                                                                                                           \
  X (SITE_CALENDAR, "site.calendar")                                                                                                       \
  X (SITE_TOPICS, "site.topics")                                                                                                           \
  X (SITE_GROUPS, "site.groups")                                                                                                           \
  X (SITE_ABOUT, "site.about")                                                                                                             \
  X (SITE_FEEDS, "site.feeds")                                                                                                             \
  X (SITE_SEARCH, "site.search")                                                                                                           \
  X (SITE_SEARCH_LABEL, "site.search_label")                                                                                               \
  X (SITE_SEARCH_SHORT, "site.search_short")                                                                                               \
  X (SITE_LANGUAGE, "site.language")                                                                                                       \
  X (SITE_FOOTER, "site.footer")                                                                                                           \
  X (SITE_PREVIOUS, "site.previous")                                                                                                       \
  X (SITE_NEXT, "site.next")                                                                                                               \
  X (SITE_AROUND, "site.around")                                                                                                           \
  X (SITE_DESCRIPTION, "site.description")                                                                                                 \
  X (LIST_SEPARATOR, "list.separator")                                                                                                     \
  X (COUNT_DRAFTS, "count.internet_drafts")                                                                                                \
  X (COUNT_RFCS, "count.rfcs")                                                                                                             \
  X (COUNT_OTHERS, "count.others")                                                                                                         \
  X (COUNT_TEXT, "count.text")                                                                                                             \
  X (COUNT_DAY, "count.day")                                                                                                               \
  X (HOME_EMPTY, "home.empty")                                                                                                             \
  X (HOME_READ, "home.read")                                                                                                               \
  X (HOME_DOCUMENTS, "home.documents")                                                                                                     \
  X (HOME_MORE, "home.more")                                                                                                               \
  X (CALENDAR_TITLE, "calendar.title")                                                                                                     \
  X (CALENDAR_LEGEND, "calendar.legend")                                                                                                   \
  X (CALENDAR_TABLE, "calendar.table")                                                                                                     \
  X (CALENDAR_MONTH, "calendar.month")                                                                                                     \
  X (CALENDAR_DAY, "calendar.day")                                                                                                         \
  X (CALENDAR_CUTOFF, "calendar.cutoff")                                                                                                   \
  X (CALENDAR_MEETING, "calendar.meeting")                                                                                                 \
  X (CALENDAR_YEARS, "calendar.years")                                                                                                     \
  X (CALENDAR_LESS, "calendar.less")                                                                                                       \
  X (CALENDAR_MORE, "calendar.more")                                                                                                       \
  X (PERIOD_YEAR, "period.year")                                                                                                           \
  X (PERIOD_MONTH, "period.month")                                                                                                         \
  X (PERIOD_WEEK, "period.week")                                                                                                           \
  X (PERIOD_HIGHLIGHTS, "period.highlights")                                                                                               \
  X (PERIOD_GROUP, "period.group")                                                                                                         \
  X (PERIOD_DAYS, "period.days")                                                                                                           \
  X (PERIOD_WEEKS, "period.weeks")                                                                                                         \
  X (PERIOD_RFCS, "period.rfcs")                                                                                                           \
  X (PERIOD_NEW, "period.new")                                                                                                             \
  X (PERIOD_OTHERS, "period.others")                                                                                                       \
  X (PERIOD_NOTHING, "period.nothing")                                                                                                     \
  X (PERIOD_CUT, "period.cut")                                                                                                             \
  X (DOCUMENT_ABOUT, "document.about")                                                                                                     \
  X (DOCUMENT_NAME, "document.name")                                                                                                       \
  X (DOCUMENT_GROUP, "document.group")                                                                                                     \
  X (DOCUMENT_AREA, "document.area")                                                                                                       \
  X (DOCUMENT_AUTHORS, "document.authors")                                                                                                 \
  X (DOCUMENT_STATUS, "document.status")                                                                                                   \
  X (DOCUMENT_STREAM, "document.stream")                                                                                                   \
  X (DOCUMENT_RFC, "document.rfc")                                                                                                         \
  X (DOCUMENT_DRAFT, "document.draft")                                                                                                     \
  X (DOCUMENT_OBSOLETES, "document.obsoletes")                                                                                             \
  X (DOCUMENT_UPDATES, "document.updates")                                                                                                 \
  X (DOCUMENT_LINKS, "document.links")                                                                                                     \
  X (DOCUMENT_SUMMARY, "document.summary")                                                                                                 \
  X (DOCUMENT_ABSTRACT, "document.abstract")                                                                                               \
  X (DOCUMENT_LIFE, "document.life")                                                                                                       \
  X (DOCUMENT_REVISION, "document.revision")                                                                                               \
  X (DOCUMENT_PUBLISHED, "document.published")                                                                                             \
  X (DOCUMENT_PAGES, "document.pages")                                                                                                     \
  X (DOCUMENT_FIRST, "document.first")                                                                                                     \
  X (DOCUMENT_SAME, "document.same")                                                                                                       \
  X (DOCUMENT_TITLE_CHANGED, "document.title_changed")                                                                                     \
  X (DOCUMENT_AUTHORS_ADDED, "document.authors_added")                                                                                     \
  X (DOCUMENT_AUTHORS_REMOVED, "document.authors_removed")                                                                                 \
  X (DOCUMENT_ABSTRACT_CHANGED, "document.abstract_changed")                                                                               \
  X (DOCUMENT_MESSAGES, "document.messages")                                                                                               \
  X (DOCUMENT_MESSAGE, "document.message")                                                                                                 \
  X (DOCUMENT_UNKNOWN, "document.unknown")                                                                                                 \
  X (DOCUMENT_DESCRIPTION, "document.description")                                                                                         \
  X (LIST_GROUP, "list.group")                                                                                                             \
  X (LIST_AREA, "list.area")                                                                                                               \
  X (LIST_AUTHOR, "list.author")                                                                                                           \
  X (LIST_AUTHOR_NOTE, "list.author_note")                                                                                                 \
  X (LIST_ACTIVITY, "list.activity")                                                                                                       \
  X (LIST_ACTIVITY_TABLE, "list.activity_table")                                                                                           \
  X (LIST_NEWEST, "list.newest")                                                                                                           \
  X (LIST_OF_YEAR, "list.of_year")                                                                                                         \
  X (LIST_YEARS, "list.years")                                                                                                             \
  X (LIST_DESCRIPTION, "list.description")                                                                                                 \
  X (LIST_ALL_GROUPS, "list.all_groups")                                                                                                   \
  X (LIST_GROUP_COUNT, "list.group_count")                                                                                                 \
  X (LIST_NO_AREA, "list.no_area")                                                                                                         \
  X (FEED_EDITIONS, "feed.editions")                                                                                                       \
  X (FEED_DOCUMENTS, "feed.documents")                                                                                                     \
  X (FEED_OF, "feed.of")                                                                                                                   \
  X (FEED_ENTRY, "feed.entry")                                                                                                             \
  X (FEED_HERE, "feed.here")                                                                                                               \
  X (TOPICS_TITLE, "topics.title")                                                                                                         \
  X (TOPICS_NOTE, "topics.note")                                                                                                           \
  X (TOPICS_RISING, "topics.rising")                                                                                                       \
  X (TOPICS_FALLING, "topics.falling")                                                                                                     \
  X (TOPICS_ALL, "topics.all")                                                                                                             \
  X (TOPICS_NONE, "topics.none")                                                                                                           \
  X (TOPICS_COUNT, "topics.count")                                                                                                         \
  X (TOPICS_CHART, "topics.chart")                                                                                                         \
  X (SEARCH_TITLE, "search.title")                                                                                                         \
  X (SEARCH_TITLE_OF, "search.title_of")                                                                                                   \
  X (SEARCH_DESCRIPTION, "search.description")                                                                                             \
  X (SEARCH_LEAD, "search.lead")                                                                                                           \
  X (SEARCH_ORDER, "search.order")                                                                                                         \
  X (SEARCH_RANKED, "search.ranked")                                                                                                       \
  X (SEARCH_NEWEST, "search.newest")                                                                                                       \
  X (SEARCH_FROM, "search.from")                                                                                                           \
  X (SEARCH_TO, "search.to")                                                                                                               \
  X (SEARCH_DAYS_HINT, "search.days_hint")                                                                                                 \
  X (SEARCH_FOUND_ONE, "search.found_one")                                                                                                 \
  X (SEARCH_FOUND, "search.found")                                                                                                         \
  X (SEARCH_FOUND_MORE, "search.found_more")                                                                                               \
  X (SEARCH_RANK_CUT, "search.rank_cut")                                                                                                   \
  X (SEARCH_COUNT_CUT, "search.count_cut")                                                                                                 \
  X (SEARCH_SHOWN, "search.shown")                                                                                                         \
  X (SEARCH_SUBSCRIBE, "search.subscribe")                                                                                                 \
  X (SEARCH_YEARS, "search.years")                                                                                                         \
  X (SEARCH_AREAS, "search.areas")                                                                                                         \
  X (SEARCH_ALL_YEARS, "search.all_years")                                                                                                 \
  X (SEARCH_ALL_AREAS, "search.all_areas")                                                                                                 \
  X (SEARCH_NO_AREA, "search.no_area")                                                                                                     \
  X (SEARCH_NOTHING, "search.nothing")                                                                                                     \
  X (SEARCH_NOTHING_HINT, "search.nothing_hint")                                                                                           \
  X (SEARCH_BEYOND, "search.beyond")                                                                                                       \
  X (SEARCH_SEARCHED, "search.searched")                                                                                                   \
  X (SEARCH_SEARCHED_NONE, "search.searched_none")                                                                                         \
  X (SEARCH_FAULT, "search.fault")                                                                                                         \
  X (FAULT_TERMS, "fault.terms")                                                                                                           \
  X (FAULT_WORDS, "fault.words")                                                                                                           \
  X (FAULT_PREFIXES, "fault.prefixes")                                                                                                     \
  X (FAULT_STAR, "fault.star")                                                                                                             \
  X (FAULT_KIND, "fault.kind")                                                                                                             \
  X (FAULT_DAY, "fault.day")                                                                                                               \
  X (FAULT_NOT_DAYS, "fault.not_days")                                                                                                     \
  X (FAULT_NAME, "fault.name")                                                                                                             \
  X (FAULT_AUTHOR, "fault.author")                                                                                                         \
  X (FAULT_NO_VALUE, "fault.no_value")                                                                                                     \
  X (FAULT_BACKWARDS, "fault.backwards")                                                                                                   \
  X (FAULT_NOTHING, "fault.nothing")                                                                                                       \
  X (FAULT_LONG, "fault.long")                                                                                                             \
  X (FAULT_BYTES, "fault.bytes")                                                                                                           \
  X (FAULT_ORDER, "fault.order")                                                                                                           \
  X (FAULT_OFFSET, "fault.offset")                                                                                                         \
  X (FAULT_TWICE, "fault.twice")                                                                                                           \
  X (SEARCH_STATIC, "search.static")                                                                                                       \
  X (SEARCH_HELP, "search.help")                                                                                                           \
  X (SEARCH_HELP_WORDS, "search.help_words")                                                                                               \
  X (SEARCH_HELP_PHRASE, "search.help_phrase")                                                                                             \
  X (SEARCH_HELP_PREFIX, "search.help_prefix")                                                                                             \
  X (SEARCH_HELP_NOT, "search.help_not")                                                                                                   \
  X (SEARCH_HELP_JAPANESE, "search.help_japanese")                                                                                         \
  X (SEARCH_HELP_GROUPS, "search.help_groups")                                                                                             \
  X (SEARCH_HELP_KINDS, "search.help_kinds")                                                                                               \
  X (SEARCH_HELP_DAYS, "search.help_days")                                                                                                 \
  X (ABOUT_TITLE, "about.title")                                                                                                           \
  X (ABOUT_WHAT, "about.what")                                                                                                             \
  X (ABOUT_SOURCES, "about.sources")                                                                                                       \
  X (ABOUT_SOURCES_TEXT, "about.sources_text")                                                                                             \
  X (ABOUT_SUMMARIES, "about.summaries")                                                                                                   \
  X (ABOUT_SUMMARIES_TEXT, "about.summaries_text")                                                                                         \
  X (ABOUT_LEDGER, "about.ledger")                                                                                                         \
  X (ABOUT_LEDGER_TEXT, "about.ledger_text")                                                                                               \
  X (ABOUT_PRIVACY, "about.privacy")                                                                                                       \
  X (ABOUT_PRIVACY_TEXT, "about.privacy_text")                                                                                             \
  X (SCRIPT_FILTER, "script.filter")                                                                                                       \
  X (SCRIPT_FILTER_HINT, "script.filter_hint")                                                                                             \
  X (SCRIPT_FILTER_CLEAR, "script.filter_clear")                                                                                           \
  X (SCRIPT_FILTER_COUNT, "script.filter_count")                                                                                           \
  X (SCRIPT_COPY, "script.copy")                                                                                                           \
  X (SCRIPT_COPIED, "script.copied")                                                                                                       \
  X (SCRIPT_NOT_COPIED, "script.not_copied")                                                                                               \
  X (SCRIPT_KEYS, "script.keys")                                                                                                           \
  X (FILES_LEAD, "files.lead")                                                                                                             \
  X (FILES_FOUND_ONE, "files.found_one")                                                                                                   \
  X (FILES_FOUND, "files.found")                                                                                                           \
  X (FILES_ORDER, "files.order")                                                                                                           \
  X (FILES_SEARCHED, "files.searched")                                                                                                     \
  X (FILES_MORE, "files.more")                                                                                                             \
  X (FILES_FAULT, "files.fault")                                                                                                           \
  X (FILES_SHORT, "files.short")                                                                                                           \
  X (FILES_UNKNOWN, "files.unknown")                                                                                                       \
  X (FILES_HELP_JAPANESE, "files.help_japanese")                                                                                           \
  X (FILES_HELP_KINDS, "files.help_kinds")                                                                                                 \
  X (ERROR_NOT_FOUND, "error.not_found")                                                                                                   \
  X (ERROR_NOT_FOUND_TEXT, "error.not_found_text")                                                                                         \
  X (ERROR_BAD, "error.bad")                                                                                                               \
  X (ERROR_BAD_TEXT, "error.bad_text")                                                                                                     \
  X (ERROR_FAULT, "error.fault")                                                                                                           \
  X (ERROR_FAULT_TEXT, "error.fault_text")

typedef enum {
#define NK_SITE_WORD_ENUM(name, key) NK_WORD_##name,
  NK_SITE_WORDS (NK_SITE_WORD_ENUM)
#undef NK_SITE_WORD_ENUM
      NK_N_SITE_WORDS
} NkSiteWord;

typedef struct _NkSiteWords NkSiteWords;

/* Every key must be there, no other may be. NULL with INPUT (file and line), NOT_FOUND, LIMIT. */
NkSiteWords *nk_site_words_load (const char *path, GError **error);
void nk_site_words_free (NkSiteWords *words);

/* As it stands in the table. Borrowed. */
const char *nk_site_word (const NkSiteWords *words, NkSiteWord word);

/* With each `{name}` replaced: pairs of name and value, NULL at the end. A name without a value stays as it is. (transfer full) */
char *nk_site_word_fill (const NkSiteWords *words, NkSiteWord word, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSiteWords, nk_site_words_free)
