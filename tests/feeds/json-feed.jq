# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Whether standard input is a JSON Feed 1.1 as we write it, with or without entries; jq -e ends with 1 if not.
def url: type == "string" and test("^https?://[^ ]+$");
.version == "https://jsonfeed.org/version/1.1"
and (.title | type == "string" and length > 0)
and (.home_page_url | url) and (.feed_url | url)
and (.language | . == "ja" or . == "en")
and (.items | type == "array" and (map(.id) | length == (unique | length)))
and ([.items[] | (.id | test("^tag:[^,/:]+,[0-9]{4}:")) and (.url | url) and (.title | length > 0) and (.content_text | type == "string")
  and (.language | . == "ja" or . == "en") and (.date_published | fromdateiso8601 | . > 0)
  and ((.authors // []) | all(.[]; .name | length > 0))] | all)
