-- Promise 1: a span equals the characters of the stored document. Paragraphs and the source of a document
-- never change, so that it is enough to look when evidence is written.
CREATE FUNCTION geodb.check_evidence_span_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    wrong record;
BEGIN
    SELECT
        record.key,
        document.key AS document,
        new_row.paragraph_no,
        new_row.start_offset,
        new_row.end_offset,
        new_row.exact AS expected,
        substr(paragraph.text, new_row.start_offset + 1, new_row.end_offset - new_row.start_offset) AS found
    INTO wrong
    FROM new_row
    JOIN geodb.paragraph ON paragraph.document_id = new_row.document_id AND paragraph.no = new_row.paragraph_no
    JOIN geodb.record ON record.id = new_row.record_id
    JOIN geodb.record AS document ON document.id = new_row.document_id
    WHERE substr(paragraph.text, new_row.start_offset + 1, new_row.end_offset - new_row.start_offset) <> new_row.exact
    ORDER BY new_row.id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'evidence of % is not what stands in paragraph % of % at % to %: it says "%", there stands "%"',
            wrong.key, wrong.paragraph_no, wrong.document, wrong.start_offset, wrong.end_offset,
            wrong.expected, wrong.found
            USING ERRCODE = 'check_violation',
                HINT = 'offsets count Unicode code points of the paragraph, from 0, the end exclusive',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_evidence_span';
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.check_evidence_source_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    wrong record;
BEGIN
    SELECT record.key, given.key AS given, held.key AS document
    INTO wrong
    FROM new_row
    JOIN geodb.document ON document.id = new_row.document_id AND document.source_id <> new_row.source_id
    JOIN geodb.record AS held ON held.id = document.id
    JOIN geodb.record AS given ON given.id = new_row.source_id
    JOIN geodb.record ON record.id = new_row.record_id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'evidence of % names the source %, but its document % is of another source',
            wrong.key, wrong.given, wrong.document
            USING ERRCODE = 'check_violation', HINT = 'give the source of the document',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_evidence_source';
    END IF;
    SELECT record.key, claim.attribute
    INTO wrong
    FROM new_row
    JOIN geodb.claim ON claim.id = new_row.claim_id AND claim.record_id <> new_row.record_id
    JOIN geodb.record ON record.id = new_row.record_id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'evidence of % speaks for a claim about the % of another record', wrong.key, wrong.attribute
            USING ERRCODE = 'check_violation', HINT = 'give a claim about the same record',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_evidence_claim';
    END IF;
    RETURN NULL;
END
$body$;

CREATE TRIGGER tg_evidence_span_insert AFTER INSERT ON geodb.evidence
REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_evidence_span_v1();

CREATE TRIGGER tg_evidence_span_update AFTER UPDATE ON geodb.evidence
REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_evidence_span_v1();

CREATE TRIGGER tg_evidence_source_insert AFTER INSERT ON geodb.evidence
REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_evidence_source_v1();

CREATE TRIGGER tg_evidence_source_update AFTER UPDATE ON geodb.evidence
REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_evidence_source_v1();

COMMENT ON FUNCTION geodb.check_evidence_span_v1() IS
    'Refuses evidence whose text is not what stands in the paragraph at its offsets.';
COMMENT ON FUNCTION geodb.check_evidence_source_v1() IS
    'Refuses evidence of a document under another source, or for a claim about another record.';
