-- All paragraphs of a document enter in one statement, and together they are the text that was hashed.
CREATE FUNCTION geodb.check_document_text_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    wrong record;
BEGIN
    WITH entered AS (
        SELECT DISTINCT document_id FROM new_row
    ),

    placed AS (  -- where a paragraph must start: after those before it and a line feed for each
        SELECT
            paragraph.document_id,
            paragraph.no,
            paragraph.text,
            paragraph.doc_start,
            row_number() OVER before_it AS expected_no,
            coalesce(sum(char_length(paragraph.text) + 1) OVER before_it, 0)
            - char_length(paragraph.text) - 1 AS expected_start
        FROM entered
        JOIN geodb.paragraph ON paragraph.document_id = entered.document_id
        WINDOW before_it AS (PARTITION BY paragraph.document_id ORDER BY paragraph.no)
    ),

    joined AS (
        SELECT
            document_id,
            string_agg(text, E'\n' ORDER BY no) AS text,
            min(no) FILTER (WHERE no <> expected_no) AS wrong_no,
            min(no) FILTER (WHERE doc_start <> expected_start) AS wrong_start
        FROM placed
        GROUP BY document_id
    )

    SELECT
        record.key,
        CASE
            WHEN joined.wrong_no IS NOT NULL
                THEN format('its paragraphs are not numbered 1, 2, 3 and so on: number %s is out of line', wrong_no)
            WHEN joined.wrong_start IS NOT NULL
                THEN format('paragraph %s does not start where doc_start says', wrong_start)
            WHEN char_length(joined.text) <> document.char_count
                THEN format('it has %s code points, not %s', char_length(joined.text), document.char_count)
            ELSE 'its paragraphs, joined by line feeds, do not have its SHA-256'
        END AS what
    INTO wrong
    FROM joined
    JOIN geodb.document ON document.id = joined.document_id
    JOIN geodb.record ON record.id = document.id
    WHERE
        joined.wrong_no IS NOT NULL
        OR joined.wrong_start IS NOT NULL
        OR char_length(joined.text) <> document.char_count
        OR encode(sha256(convert_to(joined.text, 'UTF8')), 'hex') <> document.sha256
    ORDER BY record.id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the text of % is not what the document says it is: %', wrong.key, wrong.what
            USING ERRCODE = 'check_violation',
                HINT = 'insert all paragraphs of a document in one statement, unchanged and in order',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_paragraph_document_text';
    END IF;
    RETURN NULL;
END
$body$;

CREATE TRIGGER tg_paragraph_document_text AFTER INSERT ON geodb.paragraph
REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_document_text_v1();

-- Its kind is a coder's reading, and may be read anew.
CREATE TRIGGER tg_paragraph_immutable BEFORE UPDATE ON geodb.paragraph
FOR EACH ROW
WHEN (
    (old.id, old.document_id, old.no, old.doc_start, old.text)
    IS DISTINCT FROM (new.id, new.document_id, new.no, new.doc_start, new.text)
)
EXECUTE FUNCTION geodb.refuse_change_v1('a changed text is a new document');

CREATE TRIGGER tg_paragraph_kept BEFORE DELETE ON geodb.paragraph
FOR EACH ROW EXECUTE FUNCTION geodb.refuse_change_v1('a changed text is a new document');

CREATE TRIGGER tg_document_immutable BEFORE UPDATE ON geodb.document
FOR EACH ROW
WHEN ((old.source_id, old.sha256, old.char_count) IS DISTINCT FROM (new.source_id, new.sha256, new.char_count))
EXECUTE FUNCTION geodb.refuse_change_v1('a changed text is a new document');

CREATE TRIGGER tg_record_key BEFORE UPDATE ON geodb.record
FOR EACH ROW
WHEN ((old.id, old.key, old.kind) IS DISTINCT FROM (new.id, new.key, new.kind))
EXECUTE FUNCTION geodb.refuse_change_v1('a key is stable for ever: make a new record and merge this one into it');

COMMENT ON FUNCTION geodb.check_document_text_v1() IS
    'Refuses paragraphs that together are not the text their document was hashed from.';
