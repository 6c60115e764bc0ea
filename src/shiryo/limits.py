"""How much of anything is read, kept and set: every bound of the program, in one place.

Each is far above what a briefing needs and far below what harms a machine. What passes one is
refused in words that name the bound and what to do; ``SECURITY.md`` lists them for users. Units
stand in the names or in the docstrings.
"""

# Files
ARTICLE_BYTES = 200_000_000
"""The largest article that is read, of any format."""
OUTLINE_BYTES = 5_000_000
"""The largest outline."""
PICTURE_BYTES = 50_000_000
"""The largest picture."""
DATA_BYTES = 5_000_000
"""The largest file of data (CSV)."""
TEMPLATE_BYTES = 5_000_000
"""The largest text file of a template."""
FONT_BYTES = 100_000_000
"""The largest font."""
ASSETS_BYTES = 200_000_000
"""All pictures and files of data of an outline together."""
TEMPLATE_LEVELS = 20
"""How many templates may extend each other in a row."""
BASE_BYTES = 100_000_000
"""The largest ``.pptx`` or ``.potx`` that serves as a template."""
BASE_UNPACKED = 400_000_000
"""Bytes of all parts of one, unpacked."""
TEMPLATE_FONTS = 200
"""Files of fonts of a template that are looked at."""
UPLOAD_BYTES = 60_000_000
"""The largest file that the studio takes from a browser."""
JOURNAL_BYTES = 100_000_000
"""The largest journal of what was typed and not saved."""
STATE_BYTES = 100_000
"""The largest note of which article a person named."""
OUTPUT_BYTES = 1_000_000_000
"""The largest file that is looked into before it is overwritten; a larger one is a person's."""
RECORD_BYTES = 4_000_000
"""The largest record of what was written into a folder (some 19,000 outputs)."""
LOCK_SECONDS = 30
"""How long writing waits for another run that writes into the same folder, in seconds."""
BACKUPS = 100
"""Copies of one output that ``--force`` keeps: ``.bak``, ``.bak1`` …"""

# Messages
DIAGNOSTICS = 500
"""How many problems are shown to a person at once; the others are counted."""
SAME_DIAGNOSTICS = 50
"""How many problems of one code are."""
MESSAGE_CHARACTERS = 400
"""Characters of one thing that a message quotes; of a longer one its beginning and end."""

# Assistants
ASSISTANT_CHARACTERS = 100_000
"""Characters of an outline or an article that an assistant is given at once."""
ASSISTANT_FILES = 500
"""Files of its folder that an assistant is told."""
ASSISTANT_PICTURE_BYTES = 700_000
"""The largest picture that an assistant is given: as text it is a third longer, and clients take
a megabyte."""
ASSISTANT_OPERATIONS = 200
"""Changes of an outline that an assistant may ask for at once."""

# Outlines
SECTIONS = 1_500
"""Sections of an outline, those inside others included."""
BLOCKS = 1_000
"""Blocks of a section."""
FIELD_CHARACTERS = 10_000
"""Characters of one text of an outline."""
CELL_CHARACTERS = 5_000
"""Characters of a cell of a table, and of the head of a column."""
TITLE_CHARACTERS = 1_000
"""Characters of a title, a message, a caption or a name in an outline."""
DEPTH = 60
"""Levels of nesting in an outline or a theme."""
VALUES = 300_000
"""Values (texts, lists, mappings) of an outline or a theme."""
REPEATED_VALUES = 5_000
"""Values that the aliases of an outline or a theme stand for, all together."""
REPEATED_CHARACTERS = 100_000
"""Characters that the aliases of an outline or a theme stand for, all together."""
SLOW_YAML_CHARACTERS = 300_000
"""The longest YAML that is read a second time, slowly, to say better what is wrong with it."""
ITEM_DEPTH = 9
"""Levels of items in items (ECMA-376-1 §21.1.2.2.7 has nine)."""
ROWS = 2_000
"""Rows of a table, or items of a list."""
COLUMNS = 50
"""Columns of a table."""
TABLE_CELLS = 10_000
"""Cells of all tables of an outline; one takes half a millisecond to check, and a little more to
build."""
FIGURE_CHARACTERS = 60
"""Characters of a number that is shown large, and of its unit."""
CITED_CHARACTERS = 500_000
"""Characters of all ranges of lines that statements are held against, each once; of an article with
more than half of that, twice its length."""
NOTES = 1_000
"""Footnotes of an outline."""
PROBLEMS = 1_000
"""Problems of an outline's form that are said."""
CATEGORIES = 1_000
"""Categories of a chart."""
DRAFT_LENGTH = 200
"""Slides, or minutes, that a draft may be asked for."""
LIST_NUMBER = 9_999
"""The highest number of a list item, of slides and of minutes."""
LINE_DIGITS = 8
"""Digits of the number of a line."""

# Drafts
DRAFT_CHARACTERS = 500_000
"""Characters of the text of an article that is drafted."""
DRAFT_BLOCKS = 12_000
"""Paragraphs, items, headings, tables … of an article that is drafted; 400,000 characters of
sentences, each on a line of its own, are 11,000."""
DRAFT_ITEMS = 1_000
"""Items and cells of the lists and tables of a section that slides show; the handout has all."""
SECTION_SENTENCES = 1_000
"""Sentences of a section among which what slides say of its prose is looked for: the most central
as statements, the first for other forms; the longest of 3,800 sections of real articles has 206."""
SECTION_ITEMS = 100
"""Items and paragraphs of a section without a statement among which one for its slide is looked
for."""
SENTENCE_CHARACTERS = 500
"""Of a sentence that a statement is made from; the longest of 31,000 in real articles has 406."""

# Articles
CHARACTERS = 3_000_000
"""Characters of an article, markup included."""
LINES = 16_000
"""Lines of an article that are not blank, or paragraphs where a format has no lines; 400,000
characters of sentences, each on a line of its own, are 11,000."""
ARTICLE_NOTES = 5_000
"""Footnotes of a Markdown text; an outline takes 1,000."""
CELLS = 100_000
"""Cells of the tables of a Markdown text (its bars) or a web page (each as many as it spans)."""
MARKS = 80_000
"""Signs of marks in a Markdown text: brackets, stars, backticks, ``& # _ ~ ^ $`` and backslashes; a
text full of links has one in 25 characters, one full of formulas one in seven."""
HTML_DEPTH = 100
"""Levels of elements in HTML; what is nested deeper is read side by side."""
HTML_ELEMENTS = 100_000
"""Elements of a web page, comments and ``br`` included."""
LINKS = 2_000
"""Links of an article that are looked at as its sources."""
LEFT_OUT = 100
"""Places that are named of one kind of what a reader leaves out; of more, their number."""

# Office files and PDF
FIGURES = 200
"""Pictures of a Word or PowerPoint file that a draft takes."""
FIGURES_BYTES = 100_000_000
"""All of them together."""
PARTS = 20_000
"""Parts of an Office file."""
MARKUP_BYTES = 60_000_000
"""Bytes of the XML that is read of an Office file, unpacked; a thousand pages have 20 million."""
MARKUP_ELEMENTS = 1_500_000
"""Elements of one part of an Office file; each takes some 200 bytes of memory."""
PAGES = 1_000
"""Pages of a PDF."""
RULES = 5_000
"""Lines, boxes and points of curves on a page of a PDF among which tables are looked for."""
CROSSINGS = 10_000
"""Places on a page of a PDF where such lines cross: of a drawing, no tables are looked for."""

# The worker process that reads Word, PowerPoint and PDF
READ_SECONDS = 4
"""CPU seconds that reading may take before it has read anything."""
MOST_READ_SECONDS = 120
"""CPU seconds that reading may take in all, however much it reads."""
READ_MEGABYTES = 400
"""Memory that reading may take, besides what the program has already."""
RESULT_BYTES = 100_000_000
"""What a worker may hand back."""

# Many briefings at once
BATCH = 1_000_000
"""Rows of a table, or files, that briefings are made of in one run."""
BATCH_COLUMNS = 500
"""Columns of such a table."""
BATCH_CHARACTERS = 10_000
"""Characters of one of its cells."""
BATCH_UNPACKED = 2_000_000_000
"""Bytes of the parts of an Excel file with such a table, unpacked."""
BATCH_NAME_BYTES = 180
"""Bytes of the name of a briefing, in UTF-8; a longer one is cut, and ends in a digest of it."""
BATCH_TOLD = 20
"""Briefings that failed that are told on the screen; the manifest has all."""
BATCH_REPORTED = 1_000
"""Briefings of a kind that the report lists."""
BATCH_LOCK_SECONDS = 2
"""How long a batch waits for another run that writes into its folder."""
WORKERS = 512
"""Processes that make briefings at once on this machine."""
CLUSTER_SECONDS = 30
"""How long the first worker of a cluster, and what one has made, is waited for, in seconds."""
DOCUMENT_SECONDS = 300
"""Seconds by the clock that one briefing of a batch may take."""
DOCUMENT_MEGABYTES = 1_500
"""Memory that a process which makes briefings may take, besides what it has when it begins."""
DOCUMENTS = 1_000
"""Briefings that a process makes before another takes its place."""

# Variables and templates (Jinja2)
RENDER_STEPS = 1_000_000
"""Nodes of Jinja2 that are carried out for one output, with what they handle (64 characters, or one
item of a list, each count as one more) and with compiling: about two seconds at most."""
RENDERED_CHARACTERS = 1_000_000
"""Characters of a text that a file of a template makes, or of any value on the way."""
RENDERED_ITEMS = 20_000
"""Items of a list, or numbers of a range, in Jinja2."""
RENDERED_BITS = 4_096
"""Bits of a whole number in Jinja2."""
SHORT_ARGUMENT = 1_000
"""Characters of what a method of a text in Jinja2 looks for; also widths and decimals to fill."""
FILLED_CHARACTERS = 200_000
"""Characters that variables may add to the texts of an outline, all together."""
TEMPLATE_CHARACTERS = 50_000
"""Characters of one Jinja2 file of a template."""

# Pictures
JPEG_PIXELS = 110_000_000
"""Pixels of a JPEG file."""
PNG_PIXELS = 50_000_000
"""Pixels of a PNG file, which cannot be read at a smaller size."""
KEPT_JPEG_PIXELS = 17_000_000
"""Pixels of a JPEG that is put into outputs as it is; a larger one is made smaller."""
KEPT_PNG_PIXELS = 9_000_000
"""Pixels of a PNG that is."""
PIXELS = 200_000_000
"""Pixels of the pictures of an outline, all together; those of JPEG count a quarter."""

# Charts
NAME_CHARACTERS = 200
"""Characters of the name of a category or a series, and of a unit."""
CHART_NUMBERS = 1_500
"""Numbers of a chart, all series together."""
CHARTS_NUMBERS = 5_000
"""Numbers of all charts of an outline; a hundred charts of fifty numbers."""
CHART_LARGEST = 1e15
"""The largest number of a chart: a workbook keeps 15 digits."""
CHART_SMALLEST = 1e-10
"""The smallest number of a chart that is not 0: numbers are written with 10 decimals."""

# Slides: what drafting counts on; the lines and cards of the shipped template
SLIDE_LINES = 7
"""Statements or rows on a slide, of which some take two lines."""
SLIDE_CARDS = 4
"""Cards on a slide."""
SLIDE_ITEMS = 5
"""Items of a list that a draft shows together, and main points."""
SLIDE_COLUMNS = 7
"""Columns that a table on a slide can have and still be read."""

# Watching
WATCH_SECONDS = 3
"""Seconds after which files are looked at where no change of them was told."""

# Previews
PREVIEWS = 24
"""Pages of the deck, or of a handout, whose pictures are made beside other outputs."""

OUTLINES = 20_000
"""Outlines of glyphs that are kept to draw pages as SVG."""

# Slides: what is longer is cut with …, and said; the handout has it in full
SLIDE_HEAD = 100
"""Characters of a head of a column, a panel or a definition, and of an entry of the agenda."""
AUTHORS = 20
"""Names of authors of a briefing."""
SLIDE_NAME = 60
"""Characters of a name in a chart, and of a line of small words on the cover."""
SLIDE_SUBTITLE = 120
"""Characters of the subtitle and of a line of the byline on the cover."""
SLIDE_CAPTION = 200
"""Characters of a caption or a byline."""
SLIDE_NOTE = 100
"""Letters of an article's footnote that a draft has on a slide; a longer one is for the handout."""
SLIDE_SOURCE = 600
"""Characters of an entry of the sources."""

# Themes
THEME_BYTES = 100_000
"""The largest ``theme.yaml``."""
THEME_PROBLEMS = 50
"""Problems of a theme that are said at most."""
LENGTH = 10_000
"""Points of a length of a theme."""
TYPE_SIZE = 4_000
"""Points of letters (ECMA-376-1 § 20.1.10.72)."""
LABEL_CHARACTERS = 200
"""Characters of a label of a theme."""

# Models
ASSIST_CHARACTERS = 20_000
"""Characters of an article that a model is given at a time (``--assist``)."""
ASSIST_TOKENS = 8_192
"""Tokens that its answer, thoughts included, may have."""
ANSWERS = 1_000
"""Answers of models that are kept, so that the same question gives the same bytes."""
ANSWER_BYTES = 1_000_000
"""The largest answer."""
