"""Why a piece of input gave no record: one code each, and one line that explains it."""

from __future__ import annotations

ARCHIVE_CORRUPT = "archive-corrupt"
ARCHIVE_ENCRYPTED = "archive-encrypted"
ARCHIVE_LIMIT = "archive-limit"
ARCHIVE_NESTED = "archive-nested"
ARCHIVE_TRAVERSAL = "archive-traversal"
BOMB = "bomb"
BYTES_INVALID = "bytes-invalid"
CSV_HEADER = "csv-header"
EXTRA_MISSING = "extra-missing"
FILE_BINARY = "file-binary"
FILE_EMPTY = "file-empty"
FILE_SPECIAL = "file-special"
FILE_UNREADABLE = "file-unreadable"
FORMAT_UNKNOWN = "format-unknown"
HTML_UNREADABLE = "html-unreadable"
HTTP_STATUS = "http-status"
JSON_DUPLICATE = "json-duplicate-key"
JSON_MALFORMED = "json-malformed"
JSON_NOT_OBJECT = "json-not-object"
JSON_TRUNCATED = "json-truncated"
NO_RECORDS = "no-records"
NESTING = "nesting"
PARQUET_CORRUPT = "parquet-corrupt"
ROW_COLUMNS = "row-columns"
ROW_QUOTE = "row-quote"
STREAM_CORRUPT = "stream-corrupt"
STREAM_TRUNCATED = "stream-truncated"
SURROGATE = "surrogate"
SYMLINK_BROKEN = "symlink-broken"
SYMLINK_OUTSIDE = "symlink-outside"
TEXT_EMPTY = "text-empty"
TEXT_MISSING = "text-missing"
TEXT_NULL = "text-null"
TEXT_NUMBER = "text-number"
TEXT_TYPE = "text-type"
TOO_LONG = "too-long"
WARC_CORRUPT = "warc-corrupt"
WARC_RECORDS = "warc-records"
XML_ENTITIES = "xml-entities"
XML_MALFORMED = "xml-malformed"
XML_RECORDS = "xml-records"

EXPLANATIONS: dict[str, str] = {
    ARCHIVE_CORRUPT: "The archive's own structure is damaged; members before the damage were read.",
    ARCHIVE_ENCRYPTED: "The archive member is encrypted; decrypt the archive first.",
    ARCHIVE_LIMIT: "The archive has more members than the limit allows.",
    ARCHIVE_NESTED: "An archive inside an archive is not opened; unpack the outer one first.",
    ARCHIVE_TRAVERSAL: "The member's name is absolute, leads out of the archive with '..', or is a link.",
    BOMB: "The data grow on decompression beyond the limit, as a decompression bomb does.",
    BYTES_INVALID: "The bytes are not valid in the file's character set; name it with --encoding or in a profile.",
    CSV_HEADER: "No column is named like a known field; name one with --text-field, or all in a source profile.",
    EXTRA_MISSING: "This format needs an optional package that is not installed.",
    FILE_BINARY: "The file holds binary data, not text.",
    FILE_EMPTY: "The file is empty.",
    FILE_SPECIAL: "Not a regular file (a device, a socket or a pipe).",
    FILE_UNREADABLE: "The operating system refused to open or read the file.",
    FORMAT_UNKNOWN: "The file's name does not end in a suffix of a known format, as .txt, .html, .jsonl or .csv.",
    HTML_UNREADABLE: "The HTML could not be parsed.",
    HTTP_STATUS: "The archived response is an error page, not an article.",
    JSON_DUPLICATE: "A key occurs twice with different values, so the record is ambiguous.",
    JSON_MALFORMED: "The record is not valid JSON.",
    JSON_NOT_OBJECT: "The JSON value is not an object, so it has no fields.",
    JSON_TRUNCATED: "The input ends in the middle of a JSON value.",
    NESTING: "The record is nested deeper than the limit allows.",
    NO_RECORDS: "The file holds no record at all.",
    PARQUET_CORRUPT: "The Parquet file is damaged or is not one.",
    ROW_COLUMNS: "The row has another number of columns than the header.",
    ROW_QUOTE: "A quotation mark is never closed, or stands inside a quoted cell without being doubled.",
    STREAM_CORRUPT: "The compressed data are damaged; records before the damage were read.",
    STREAM_TRUNCATED: "The compressed data end too early; records before the end were read.",
    SURROGATE: "The text holds half a surrogate pair, which no valid output can hold.",
    SYMLINK_BROKEN: "The symbolic link leads nowhere.",
    SYMLINK_OUTSIDE: "The symbolic link leads out of the input folder.",
    TEXT_EMPTY: "The text is empty or only white space.",
    TEXT_MISSING: "No field is named like a text; name it with --text-field or in a source profile.",
    TEXT_NULL: "The text field is null.",
    TEXT_NUMBER: "The text field is a number.",
    TEXT_TYPE: "The text field is neither a string nor a list of strings.",
    TOO_LONG: "The record is longer than the limit allows.",
    WARC_CORRUPT: "The WARC file is damaged; records before the damage were read.",
    WARC_RECORDS: "The web archive holds no page and no extracted text.",
    XML_ENTITIES: "The XML declares entities of its own; they are never expanded.",
    XML_MALFORMED: "The XML is not well-formed.",
    XML_RECORDS: "The XML holds no element that is known to be an article.",
}
