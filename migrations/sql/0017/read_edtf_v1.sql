-- The days and the grain of a date in EDTF (ISO 8601-2:2019, levels 0 to 2), as geodb.types.DateSpan reads it; a test
-- holds the two against each other. `first` is the first day, `after` the day after the last: NULL where it is unknown,
-- or out of the years 1 to 9999. What is not EDTF is an error; a few forms that Python refuses pass here.
CREATE FUNCTION geodb.read_edtf_v1(edtf text, OUT first date, OUT after date, OUT grain text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
    part text[];
BEGIN
    IF edtf ~ '^\d{4}-\d\d-\d\d$' AND edtf BETWEEN '0001' AND '9999-12-30' THEN -- most
        first := edtf::date;
        after := first + 1;
        grain := 'day';
    ELSIF char_length(edtf) > 100 THEN
        grain := NULL;
    ELSIF edtf ~ '^[^/]*/[^/]*$' THEN
        SELECT * INTO first, after, grain FROM geodb.read_edtf_interval_v1(split_part(edtf, '/', 1), split_part(edtf, '/', 2));
    ELSIF edtf ~ '^[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?$' THEN
        part := string_to_array(rtrim(edtf, '?~%'), '-');
        SELECT * INTO first, after, grain
        FROM geodb.read_edtf_parts_v1(part[1], coalesce(part[2], 'XX'), coalesce(part[3], 'XX'));
    ELSIF edtf ~ '^[?~%]?[0-9X]{4}[?~%]?(-[?~%]?[0-9X]{2}[?~%]?){0,2}$' THEN -- its parts are qualified one by one
        SELECT * INTO first, after, grain FROM geodb.read_edtf_v1(translate(edtf, '?~%', ''));
    ELSIF edtf ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d(:\d\d)?)?$' THEN
        SELECT * INTO first, after, grain FROM geodb.read_edtf_v1(left(edtf, 10));
    ELSIF edtf ~ '^Y-?[1-9]\d*(E[1-9]\d*|\d{4})(S\d+)?$' OR edtf ~ '^-\d[0-9X]{3}([-?~%0-9XS]*)$' THEN
        grain := 'year'; -- of five digits and more, or before year 1
    ELSIF edtf ~ '^(\[.*\]|\{.*\})$' AND edtf ~ '(,|\.\.)' THEN
        SELECT * INTO first, after, grain FROM geodb.read_edtf_set_v1(string_to_array(btrim(edtf, '[]{}'), ','));
    END IF;
    IF grain IS NULL THEN
        RAISE EXCEPTION '"%" is not a date in EDTF', left(edtf, 100)
            USING ERRCODE = 'invalid_datetime_format',
                HINT = 'write dates as 2025, 2025-02, 2025-02-12, 2025-02-12/2025-02-15 or 2025-02-12/.. (EDTF)';
    ELSIF after <= first THEN
        RAISE EXCEPTION '"%" ends before it starts', edtf
            USING ERRCODE = 'invalid_datetime_format', HINT = 'write the earlier date first';
    END IF;
END
$body$;

-- From one date to another; either side may be empty or .. where it is unknown or open.
CREATE FUNCTION geodb.read_edtf_interval_v1(given_start text, given_end text, OUT first date, OUT after date, OUT grain text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
    earlier record;
    later record;
BEGIN
    SELECT * INTO earlier FROM geodb.read_edtf_v1(nullif(nullif(given_start, '..'), ''));
    SELECT * INTO later FROM geodb.read_edtf_v1(nullif(nullif(given_end, '..'), ''));
    first := earlier.first;
    after := later.after;
    grain := CASE
        WHEN given_start = '' AND given_end = '' THEN NULL
        WHEN earlier.grain IN ('open', 'unknown') OR later.grain IN ('open', 'unknown') THEN NULL
        ELSE (ARRAY['unknown', 'open', 'interval'])[num_nonnulls(earlier.grain, later.grain) + 1]
    END;
END
$body$;

-- A date whose digits may be X. In place of the month may stand a season or another part of the year: 21 to 41.
CREATE FUNCTION geodb.read_edtf_parts_v1(
    year text, month text, day text, OUT first date, OUT after date, OUT grain text
)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
    early CONSTANT int := replace(year, 'X', '0');
    late CONSTANT int := replace(year, 'X', '9');
    part int;
    months int;
BEGIN
    IF year = 'XXXX' THEN
        grain := 'unknown';
        RETURN;
    ELSIF day <> 'XX' THEN
        -- Each day by itself: a day such as 29 February is not in all years.
        SELECT min(make_date(greatest(y, 1), m, d)), max(make_date(greatest(y, 1), m, d)) + 1
        INTO first, after
        FROM generate_series(early, late) AS y
        CROSS JOIN generate_series(1, 12) AS m
        CROSS JOIN LATERAL extract(day FROM make_date(greatest(y, 1), m, 1) + interval '1 month - 1 day') AS days
        CROSS JOIN LATERAL generate_series(1, days::int) AS d
        WHERE
            to_char(y, 'FM0000') LIKE translate(year, 'X', '_')
            AND to_char(m, 'FM00') LIKE translate(month, 'X', '_')
            AND to_char(d, 'FM00') LIKE translate(day, 'X', '_');
        grain := CASE WHEN year || month || day LIKE '%X%' THEN 'interval' ELSE 'day' END;
    ELSE
        IF month = 'XX' THEN
            part := 1;
            months := 12;
            grain := (ARRAY['year', 'decade', 'century', 'interval'])[char_length(translate(year, '0123456789', '')) + 1];
        ELSIF month ~ '^(0[1-9]|1[012])$' THEN
            part := month::int;
            months := 1;
            grain := 'month';
        ELSIF month ~ '^(2[1-9]|3[0-6])$' THEN -- seasons anywhere, north and south of the equator; quarters
            part := (ARRAY[3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10])[month::int - 20];
            months := 3;
            grain := CASE WHEN month >= '33' THEN 'quarter' ELSE 'season' END;
        ELSIF month ~ '^(3[789]|4[01])$' THEN -- thirds and halves of a year
            part := (ARRAY[1, 5, 9, 1, 7])[month::int - 36];
            months := CASE WHEN month >= '40' THEN 6 ELSE 4 END;
            grain := CASE WHEN month >= '40' THEN 'half_year' ELSE 'interval' END;
        ELSE
            SELECT min(m), 1 + max(m) - min(m), 'interval'
            INTO part, months, grain
            FROM generate_series(1, 12) AS m
            WHERE to_char(m, 'FM00') LIKE translate(month, 'X', '_');
        END IF;
        grain := CASE WHEN late > early AND month <> 'XX' THEN 'interval' ELSE grain END;
        first := make_date(greatest(early, 1), part, 1);
        after := make_date(greatest(late, 1), part, 1) + make_interval(months => months);
    END IF;
    IF first IS NULL THEN
        grain := NULL;
    END IF;
    IF early = 0 OR after > '9999-12-31' THEN
        first := NULL;
        after := NULL;
    END IF;
END
$body$;

-- All members of a set, or one of them; a member may be a range such as 1670..1672.
CREATE FUNCTION geodb.read_edtf_set_v1(members text[], OUT first date, OUT after date, OUT grain text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH bound AS (
        SELECT
            (geodb.read_edtf_v1(nullif(btrim(split_part(member, '..', 1)), ''))).first,
            (geodb.read_edtf_v1(nullif(btrim(split_part(member, '..', 1 + (member LIKE '%..%')::int)), ''))).after
        FROM unnest(members) AS member
    ), outer_bound AS (
        SELECT
            CASE WHEN bool_and(bound.first IS NOT NULL) THEN min(bound.first) END AS first,
            CASE WHEN bool_and(bound.after IS NOT NULL) THEN max(bound.after) END AS after
        FROM bound
    )
    SELECT
        outer_bound.first,
        outer_bound.after,
        (ARRAY['unknown', 'open', 'interval'])[num_nonnulls(outer_bound.first, outer_bound.after) + 1]
    FROM outer_bound;
END;

CREATE FUNCTION geodb.edtf_span_v1(edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
    read record;
BEGIN
    IF edtf ~ '^\d{4}-\d\d-\d\d$' AND edtf BETWEEN '0001' AND '9999-12-30' THEN -- most
        RETURN daterange(edtf::date, edtf::date + 1);
    END IF;
    read := geodb.read_edtf_v1(edtf);
    RETURN CASE WHEN num_nonnulls(read.first, read.after) > 0 THEN daterange(read.first, read.after) END;
END
$body$;

CREATE FUNCTION geodb.edtf_precision_v1(edtf text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
BEGIN
    IF edtf ~ '^\d{4}-\d\d-\d\d$' AND edtf BETWEEN '0001' AND '9999-12-30' AND edtf::date IS NOT NULL THEN -- most
        RETURN 'day';
    END IF;
    RETURN (geodb.read_edtf_v1(edtf)).grain;
END
$body$;

-- From the last possible day of the start to the first possible one of the end: see docs/decisions/0003.
CREATE FUNCTION geodb.certain_term_v1(start_edtf text, end_edtf text) RETURNS daterange
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
DECLARE
    first CONSTANT date := (geodb.read_edtf_v1(start_edtf)).after - 1;
    after CONSTANT date := (geodb.read_edtf_v1(end_edtf)).first;
BEGIN
    RETURN CASE WHEN first < after OR (first IS NOT NULL AND after IS NULL) THEN daterange(first, after) END;
END
$body$;

COMMENT ON FUNCTION geodb.read_edtf_v1(text) IS 'First day, day after the last, and grain of a date in EDTF.';
COMMENT ON FUNCTION geodb.read_edtf_interval_v1(text, text) IS 'Reads an interval in EDTF, for read_edtf_v1.';
COMMENT ON FUNCTION geodb.read_edtf_parts_v1(text, text, text) IS 'Reads a date of EDTF digit by digit, for read_edtf_v1.';
COMMENT ON FUNCTION geodb.read_edtf_set_v1(text []) IS 'Reads the members of a set in EDTF, for read_edtf_v1.';
COMMENT ON FUNCTION geodb.edtf_span_v1(text) IS
    'The days, half-open, within which a date in EDTF lies; NULL where nothing is known.';
COMMENT ON FUNCTION geodb.edtf_precision_v1(text) IS 'The grain of a date in EDTF, a code of date_precision.';
COMMENT ON FUNCTION geodb.certain_term_v1(text, text) IS
    'The days, half-open, on which a term between two dates in EDTF certainly ran; NULL if there are none.';
