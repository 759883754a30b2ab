-- Why two groups of records that are no actors cannot be one; arguments and columns as of the other rules.

-- A whole is not its part and a cause not its outcome, however many steps lie between them.
CREATE FUNCTION geodb.find_order_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    WITH RECURSIVE step (start_id, survivor_id) AS (
        SELECT named.survivor_id, named.survivor_id
        FROM geodb.record AS named
        WHERE named.id = ANY (ours || theirs)
        UNION
        SELECT step.start_id, reached.survivor_id
        FROM step
        JOIN geodb.record AS member ON member.survivor_id = step.survivor_id
        JOIN LATERAL (
            SELECT relation.to_id AS id
            FROM geodb.event_relation AS relation
            JOIN geodb.record ON record.id = relation.id AND record.retracted_at IS NULL
            WHERE relation.from_id = member.id AND relation.kind_code <> 'same_as_reported'
            UNION ALL
            SELECT place.parent_id FROM geodb.place WHERE place.id = member.id
            UNION ALL
            SELECT initiative.parent_id FROM geodb.initiative WHERE initiative.id = member.id
            UNION ALL
            SELECT assessment.parent_id FROM geodb.assessment WHERE assessment.id = member.id
        ) AS edge ON TRUE
        JOIN geodb.record AS reached ON reached.id = edge.id
    )

    SELECT
        'order',
        format('%s is a part, an outcome or an answer of %s, by the relations between them', below.key, above.key),
        'retract the relation that is wrong first'
    FROM step
    JOIN geodb.record AS below ON below.id = step.start_id
    JOIN geodb.record AS above ON above.id = step.survivor_id
    WHERE
        (below.id = ANY (ours) AND above.id = ANY (theirs)) OR (below.id = ANY (theirs) AND above.id = ANY (ours))
$body$;

-- What links or measures other records is one only if those are.
CREATE FUNCTION geodb.find_end_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    WITH link (id, kind_code, from_id, to_id) AS (
        SELECT holding.id, 'holding', holding.holder_id, holding.office_id
        FROM geodb.office_holding AS holding
        WHERE holding.id = ANY (ours || theirs)
        UNION ALL
        SELECT relation.id, relation.kind_code, relation.from_id, relation.to_id
        FROM geodb.actor_relation AS relation
        WHERE relation.id = ANY (ours || theirs)
        UNION ALL
        SELECT relation.id, relation.kind_code, relation.from_id, relation.to_id
        FROM geodb.event_relation AS relation
        WHERE relation.id = ANY (ours || theirs)
        UNION ALL
        SELECT figure.id, figure.measure_code, figure.of_id, figure.of_id
        FROM geodb.figure
        WHERE figure.id = ANY (ours || theirs)
        UNION ALL
        SELECT target.id, target.measure_code, target.initiative_id, target.initiative_id
        FROM geodb.initiative_target AS target
        WHERE target.id = ANY (ours || theirs)
    ),

    ends AS (
        SELECT
            link.id,
            record.key,
            link.kind_code,
            least(head.survivor_id, tail.survivor_id) AS one_id,  -- not all relations have a direction
            greatest(head.survivor_id, tail.survivor_id) AS other_id
        FROM link
        JOIN geodb.record ON record.id = link.id
        JOIN geodb.record AS head ON head.id = link.from_id
        JOIN geodb.record AS tail ON tail.id = link.to_id
    )

    SELECT
        'ends',
        format('%s and %s are not about the same records in the same way', our.key, their.key),
        'merge the records they are about first'
    FROM ends AS our
    JOIN ends AS their ON their.id = ANY (theirs)
    WHERE
        our.id = ANY (ours)
        AND (our.kind_code, our.one_id, our.other_id) IS DISTINCT FROM (their.kind_code, their.one_id, their.other_id)
$body$;

CREATE FUNCTION geodb.find_fact_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    SELECT
        'document',
        format('%s and %s are texts, and two texts are two', our.key, their.key),
        'merge their sources, if those are one'
    FROM geodb.record AS our
    JOIN geodb.record AS their ON their.id = ANY (theirs) AND their.kind = 'document'
    WHERE our.id = ANY (ours) AND our.kind = 'document'
    UNION ALL
    SELECT
        'external_id',
        format('GeoNames knows one as %s and the other as %s', our.geonames_id, their.geonames_id),
        'correct the GeoNames id that is wrong first'
    FROM geodb.place AS our
    JOIN geodb.place AS their ON their.id = ANY (theirs)
    WHERE our.id = ANY (ours) AND our.geonames_id <> their.geonames_id
    UNION ALL
    SELECT
        'office_held',
        format('%s and %s were held by two at the same time: %s, %s', our_office.key, their_office.key, our_holding.key, their_holding.key),
        'correct the terms or the number of seats first'
    FROM geodb.office_holding AS our
    JOIN geodb.office_holding AS their
        ON their.office_id = ANY (theirs) AND their.certain_span && our.certain_span
    JOIN geodb.record AS our_office ON our_office.id = our.office_id
    JOIN geodb.record AS their_office ON their_office.id = their.office_id
    JOIN geodb.record AS our_holding ON our_holding.id = our.id
    JOIN geodb.record AS their_holding ON their_holding.id = their.id
    JOIN geodb.record AS our_holder ON our_holder.id = our.holder_id
    JOIN geodb.record AS their_holder ON their_holder.id = their.holder_id
    WHERE
        our.office_id = ANY (ours)
        AND our.is_single_seat
        AND their.is_single_seat
        AND NOT our.is_retracted
        AND NOT their.is_retracted
        AND our_holder.survivor_id <> their_holder.survivor_id
    UNION ALL
    SELECT
        'speaker',
        format('%s and %s were said by different speakers', (SELECT key FROM geodb.record WHERE id = ours[1]), (SELECT key FROM geodb.record WHERE id = theirs[1])),
        'merge the speakers first, if they are one'
    FROM (
        SELECT
            array_agg(speaker.survivor_id) FILTER (WHERE spoken.statement_id = ANY (ours)) AS ours,
            array_agg(speaker.survivor_id) FILTER (WHERE spoken.statement_id = ANY (theirs)) AS theirs
        FROM geodb.statement_actor AS spoken
        JOIN geodb.record AS speaker ON speaker.id = spoken.actor_id
        WHERE spoken.statement_id = ANY (find_fact_conflicts_v1.ours || find_fact_conflicts_v1.theirs)
            AND spoken.role_code = 'speaker'
    ) AS said
    WHERE NOT said.ours && said.theirs
    UNION ALL
    SELECT found.rule, found.reason, found.hint FROM geodb.find_order_conflicts_v1(ours, theirs) AS found
    UNION ALL
    SELECT found.rule, found.reason, found.hint FROM geodb.find_end_conflicts_v1(ours, theirs) AS found
$body$;

COMMENT ON FUNCTION geodb.find_order_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of records cannot be one: one comes of the other, or lies in it.';
COMMENT ON FUNCTION geodb.find_end_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of holdings, relations, figures or targets cannot be one: they are about different records.';
COMMENT ON FUNCTION geodb.find_fact_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of records that are no actors cannot be one: texts, holders, speakers, order, ends.';
