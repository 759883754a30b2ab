-- Why two groups of records cannot be one. The arguments are the ids of either group: a survivor and all that
-- merged into it. Each row is a rule, the reason in words for people, and what to do where the rule is wrong.
-- What was retracted does not count.
CREATE FUNCTION geodb.find_shared_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    SELECT
        'not_same',
        format(
            '%s judged on %s that %s and %s are not the same: %s',
            judged.judged_by, judged.judged_at::date, one.key, other.key, judged.reason
        ),
        'withdraw that judgement first'
    FROM geodb.not_same AS judged
    JOIN geodb.record AS one ON one.id = judged.record_id
    JOIN geodb.record AS other ON other.id = judged.other_id
    WHERE
        judged.undone_at IS NULL
        AND (
            (judged.record_id = ANY (ours) AND judged.other_id = ANY (theirs))
            OR (judged.record_id = ANY (theirs) AND judged.other_id = ANY (ours))
        )
    UNION ALL
    SELECT
        'external_id',
        format('%s knows one as %s and the other as %s', scheme.label, known.ours[1], known.theirs[1]),
        'remove the identifier that is wrong first'
    FROM (
        SELECT
            external_id.scheme_code,
            array_agg(external_id.value) FILTER (WHERE external_id.record_id = ANY (ours)) AS ours,
            array_agg(external_id.value) FILTER (WHERE external_id.record_id = ANY (theirs)) AS theirs
        FROM geodb.external_id
        WHERE
            external_id.record_id = ANY (ours || theirs)
            AND external_id.scheme_code IN (  -- whose issuers give a thing one identifier
                'wikidata', 'iso3166_alpha2', 'iso3166_alpha3', 'iso3166_numeric', 'iso3166_2', 'un_m49', 'cow',
                'gwno', 'geonames', 'lei', 'isni', 'doi', 'un_treaty'
            )
        GROUP BY external_id.scheme_code
    ) AS known
    JOIN geodb.external_scheme AS scheme ON scheme.code = known.scheme_code
    WHERE NOT known.ours && known.theirs
$body$;

CREATE FUNCTION geodb.find_actor_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    WITH pair AS (
        SELECT
            one.kind_code AS one_kind,
            other.kind_code AS other_kind,
            one.country_code AS one_country,
            other.country_code AS other_country,
            one.life_span AS one_life,
            other.life_span AS other_life,
            one_record.key AS one_key,
            other_record.key AS other_key
        FROM geodb.actor AS one
        JOIN geodb.record AS one_record ON one_record.id = one.id
        CROSS JOIN geodb.actor AS other
        JOIN geodb.record AS other_record ON other_record.id = other.id
        WHERE one.id = ANY (ours) AND other.id = ANY (theirs)
    )

    SELECT
        'actor_kind',
        format('%s is of kind %s and %s of kind %s', one_key, one_kind.label, other_key, other_kind.label),
        'correct the kind of actor that is wrong first'
    FROM pair
    JOIN geodb.actor_kind AS one_kind ON one_kind.code = pair.one_kind
    JOIN geodb.actor_kind AS other_kind ON other_kind.code = pair.other_kind
    WHERE
        (pair.one_kind IN ('person', 'unnamed_person')) <> (pair.other_kind IN ('person', 'unnamed_person'))
        OR (  -- a government often stands for its state, and statehood is disputed: those may be one
            'state' IN (pair.one_kind, pair.other_kind)
            AND NOT ARRAY[pair.one_kind, pair.other_kind] <@ ARRAY[
                'state', 'contested_territory', 'dependent_territory', 'subnational_government', 'government'
            ]
        )
    UNION ALL
    SELECT
        'country',
        format('%s is the state %s and %s the state %s', one_key, one_country, other_key, other_country),
        'correct the country that is wrong first'
    FROM pair
    WHERE one_kind = 'state' AND other_kind = 'state' AND one_country <> other_country
    UNION ALL
    SELECT
        'life_span',
        format('%s was gone before %s was there', earlier.key, later.key),
        'correct the date of birth, death, founding or dissolution that is wrong first'
    FROM pair
    CROSS JOIN LATERAL (SELECT CASE WHEN one_life << other_life THEN one_key ELSE other_key END AS key) AS earlier
    CROSS JOIN LATERAL (SELECT CASE WHEN one_life << other_life THEN other_key ELSE one_key END AS key) AS later
    WHERE NOT one_life && other_life
    UNION ALL
    -- Two that act in one event deal with one another, unless one acts for the other.
    SELECT
        'event_role',
        format('in the event %s one is %s and the other %s', event.key, lower(our_role.label), lower(their_role.label)),
        'correct the participants of the event first'
    FROM geodb.event_participant AS our
    JOIN geodb.event_participant AS their ON their.event_id = our.event_id AND their.actor_id = ANY (theirs)
    JOIN geodb.record AS event ON event.id = our.event_id AND event.retracted_at IS NULL
    JOIN geodb.participant_role AS our_role ON our_role.code = our.role_code
    JOIN geodb.participant_role AS their_role ON their_role.code = their.role_code
    WHERE
        our.actor_id = ANY (ours)
        AND (our.on_behalf_of_id = ANY (theirs)) IS NOT TRUE
        AND (their.on_behalf_of_id = ANY (ours)) IS NOT TRUE
        AND (
            (our_role.acts AND their_role.acts)
            OR (our_role.acts AND their.role_code = 'excluded')
            OR (their_role.acts AND our.role_code = 'excluded')
            OR (least(our.role_code, their.role_code), greatest(our.role_code, their.role_code)) IN (
                ('side_a', 'supporter_of_b'),
                ('side_b', 'supporter_of_a'),
                ('supporter_of_a', 'supporter_of_b'),
                ('interviewee', 'interviewer')
            )
        )
    UNION ALL
    SELECT
        'relation',
        format('%s says how the one stands to the other: %s', record.key, lower(kind.label)),
        'retract that relation first if it is wrong'
    FROM geodb.actor_relation AS relation
    JOIN geodb.record ON record.id = relation.id AND record.retracted_at IS NULL
    JOIN geodb.relation_kind AS kind ON kind.code = relation.kind_code
    WHERE
        (relation.from_id = ANY (ours) AND relation.to_id = ANY (theirs))
        OR (relation.from_id = ANY (theirs) AND relation.to_id = ANY (ours))
    UNION ALL
    SELECT
        'statement_role',
        format('in the statement %s one is %s and the other %s', said.key, our_role.label, their_role.label),
        'correct the actors of the statement first'
    FROM geodb.statement_actor AS our
    JOIN geodb.statement_actor AS their ON their.statement_id = our.statement_id AND their.actor_id = ANY (theirs)
    JOIN geodb.record AS said ON said.id = our.statement_id AND said.retracted_at IS NULL
    JOIN geodb.statement_role AS our_role ON our_role.code = our.role_code
    JOIN geodb.statement_role AS their_role ON their_role.code = their.role_code
    WHERE
        our.actor_id = ANY (ours)
        AND 'speaker' IN (our.role_code, their.role_code)
        AND 'on_behalf_of' NOT IN (our.role_code, their.role_code)
    UNION ALL
    SELECT
        'initiative_role',
        format('both take part in the initiative %s', initiative.key),
        'correct the parties of the initiative first'
    FROM geodb.initiative_party AS our
    JOIN geodb.initiative_party AS their ON their.initiative_id = our.initiative_id AND their.actor_id = ANY (theirs)
    JOIN geodb.record AS initiative ON initiative.id = our.initiative_id AND initiative.retracted_at IS NULL
    WHERE our.actor_id = ANY (ours)
$body$;

COMMENT ON FUNCTION geodb.find_shared_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of records of any kind cannot be one: judgements, identifiers.';
COMMENT ON FUNCTION geodb.find_actor_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of actors cannot be one: kinds, lives, and roles in which they deal with one another.';
