-- Marks are stripped where they are accents or reading aids (Latin, Greek, Cyrillic, Hebrew, Arabic);
-- the vowel signs of Indic and Thai script are letters and stay. Letters that Unicode does not decompose
-- (l with stroke and its like) are spelled out.
CREATE FUNCTION geodb.fold_name_v1(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    normalize(
        replace(replace(replace(
            translate(
                lower(regexp_replace(
                    normalize(name, NFKD),
                    '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7'
                    '\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]',
                    '',
                    'g'
                )),
                'łøđðħŧı’‘ʼ',
                'loddhti'''''''
            ),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        NFC
    ),
    '\s+', ' ', 'g'
));

COMMENT ON FUNCTION geodb.fold_name_v1(text) IS
    'A name in lower case, without accents and with single blanks: what two spellings have in common.';
