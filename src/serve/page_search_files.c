/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_search_files.c - the search of a site of files: a form and a place for what share/site/search.js finds in the index (search_index.h). */
#include "serve/page.h"

static void
write_form (NkPage *page)
{
  nk_html_open (&page->html, "form", "class", "search", "role", "search", NULL);
  nk_html_newline (&page->html);
  nk_page_open (page, "p", "words");
  nk_html_void (&page->html, "input", "type", "search", "id", "q", "name", "q", "maxlength", G_STRINGIFY (NK_SEARCH_MAX_BYTES),
                "aria-label", nk_page_word (page, NK_WORD_SITE_SEARCH_LABEL), "autocapitalize", "none", "autocomplete", "off", "spellcheck",
                "false", NULL);
  nk_html_open (&page->html, "button", NULL);
  nk_html_text (&page->html, nk_page_word (page, NK_WORD_SITE_SEARCH));
  nk_html_close (&page->html, "button");
  nk_page_close (page, "p");
  nk_page_close (page, "form");
}

static void
write_help (NkPage *page)
{
  static const struct {
    const char *query, *language;
    NkSiteWord word;
  } examples[] = {
    { "certificate revocation", "en", NK_WORD_SEARCH_HELP_WORDS },
    { "authenticat*", "en", NK_WORD_SEARCH_HELP_PREFIX },
    { "tls -handshake", "en", NK_WORD_SEARCH_HELP_NOT },
    { "署名", "ja", NK_WORD_FILES_HELP_JAPANESE },
    { "group:tls author:rescorla", "en", NK_WORD_SEARCH_HELP_GROUPS },
    { "area:sec kind:rfc topic:pqc", "en", NK_WORD_FILES_HELP_KINDS },
  };

  nk_html_open (&page->html, "details", "class", "help", "open", "open", NULL);
  nk_html_newline (&page->html);
  nk_page_write (page, "summary", NULL, NULL, nk_page_word (page, NK_WORD_SEARCH_HELP));
  nk_page_open (page, "dl", "facts");
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++) {
    nk_html_open (&page->html, "dt", NULL);
    nk_page_write (page, "code", NULL, examples[i].language, examples[i].query);
    nk_page_close (page, "dt");
    nk_page_write (page, "dd", NULL, NULL, nk_page_word (page, examples[i].word));
  }
  nk_page_close (page, "dl");
  nk_page_close (page, "details");
}

void
nk_page_search_files (NkPage *page)
{
  const char *title = nk_page_word (page, NK_WORD_SEARCH_TITLE);

  nk_page_begin (page, title, nk_page_word (page, NK_WORD_FILES_LEAD));
  nk_page_write (page, "h1", NULL, NULL, title);
  nk_page_write (page, "p", "lead", NULL, nk_page_word (page, NK_WORD_FILES_LEAD));
  write_form (page);
  nk_page_open (page, "noscript", NULL);
  nk_page_write (page, "p", "note", NULL, nk_page_word (page, NK_WORD_SEARCH_STATIC));
  nk_page_close (page, "noscript");
  nk_html_open (&page->html, "div", "id", "results", NULL);
  nk_page_close (page, "div");
  write_help (page);
  nk_page_end (page);
}
