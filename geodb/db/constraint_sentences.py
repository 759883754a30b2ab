"""What a broken rule means, in words: for each rule that its kind, table and columns do not already tell.

Keys (pk) and references (fk) tell it: PostgreSQL itself names the columns and the values. Every other
constraint has a sentence here, under its own name or, where many tables share a rule, under the rule's name.
"""

from __future__ import annotations

import re

SENTENCES: dict[str, str] = {
    # vocabularies
    "ck_country_alpha2_form": "an ISO 3166 alpha-2 code is two capital letters, as in UA",
    "ck_country_alpha3_form": "an ISO 3166 alpha-3 code is three capital letters, as in UKR",
    "ck_country_numeric_form": "an ISO 3166 numeric code is three digits, as in 804",
    "ck_dataset_prefix_form": "a prefix is a small letter and then small letters, digits, _ and -",
    "ck_dataset_tier": "a dataset is of tier record or coded",
    "ck_term_map_layer": "a line of a crosswalk is of layer published or corrected",
    "ck_term_map_relation": "a line of a crosswalk is exact, broad, narrow or related",
    "ck_term_score_band": "the lower score of a term is above its upper one",
    "uq_country_alpha2": "another country has this alpha-2 code",
    "uq_country_numeric_code": "another country has this numeric code",
    "uq_country_wikidata_id": "another country has this Wikidata item",
    "uq_dataset_prefix": "another dataset has this prefix",
    "uq_term_map_natural": "this layer of the crosswalk has the two terms already",
    # records
    "ck_record_key_form": "a key is prefix:words, in small letters, digits and ._-: geodb:donald-trump",
    "ck_record_label": "a record needs a label",
    "ck_record_redirect_reason": "a merge needs a reason",
    "ck_record_retraction_reason": "a retraction needs a reason",
    "ck_record_retraction": "a retraction needs a reason, and a reason needs a retraction",
    "ck_not_same_reason": "a judgement that two records are not the same needs a reason",
    "ck_not_same_two_records": "a record is the same as itself",
    "ck_not_same_undone": "a judgement that was withdrawn says when and by whom",
    "ck_note_text": "a note needs a text",
    "ck_record_name_lang_form": "a language is a BCP 47 tag, as in uk or zh-Hant",
    "ck_record_name_name": "a name cannot be empty",
    "ck_record_name_script_form": "a script is an ISO 15924 code, as in Latn or Cyrl",
    "ck_record_redirect_not_itself": "a record cannot be merged into itself",
    "ck_record_redirect_undone": "a merge that was undone says when and by whom",
    "ck_record_subject_not_itself": "a record is not about itself",
    "uq_external_id_natural": "the record has this identifier already",
    "uq_not_same_standing": "the two were judged not to be the same already",
    "uq_note_natural": "the record has this note already",
    "uq_office_id_is_single_seat": "the office is there already",
    "uq_record_id_kind": "the record is there already",
    "uq_record_key": "another record has this key",
    "uq_record_name_natural": "the record has this name already",
    "uq_record_name_primary": "the record has a primary name in this language already",
    "uq_record_redirect_active": "the record is merged already; undo that merge first",
    "uq_record_subject_natural": "the record is about this subject already",
    "uq_record_topic_natural": "the record has this topic already",
    # actors, places, events
    "ck_actor_relation_not_itself": "an actor has no relation to itself",
    "ck_event_place_geo_precision": "a geo precision is 1 (exact) to 7 (sea or air), as UCDP counts",
    "ck_event_relation_not_itself": "a record has no event relation to itself",
    "ck_event_term_confidence": "a coder's confidence is 0 to 100",
    "ck_figure_best_high": "the best value of a figure is above its highest",
    "ck_figure_low_best": "the lowest value of a figure is above its best",
    "ck_figure_low_high": "the lowest value of a figure is above its highest",
    "ck_figure_some_value": "a figure needs a best, a lowest or a highest value",
    "ck_office_holding_attested": "the first day a holder is attested is after the last",
    "ck_office_seats": "an office has at least one seat",
    "ck_place_latitude": "a latitude is -90 to 90 degrees",
    "ck_place_longitude": "a longitude is -180 to 180 degrees",
    "ck_place_not_in_itself": "a place does not lie in itself",
    "ck_place_point": "a latitude and a longitude come together",
    "ck_status_change_one_status": "a step has a status of an event or of an initiative, and not both",
    "ex_office_holding_one_holder": "the office has one seat, and another holds it in that time",
    "uq_event_participant_natural": "the actor has this role in the event already",
    "uq_event_place_natural": "the place has this role in the event already",
    "uq_event_relation_from_id_to_id_kind_code": "the two have this relation already",
    "uq_event_term_natural": "the coder gave the event this term already",
    "uq_status_change_natural": "the record has a step of this number already",
    # statements, initiatives, assessments
    "ck_assessment_condition_text": "a condition needs its words",
    "ck_assessment_horizon_duration": "a length of time is written as P10Y, P6M or P5D",
    "ck_assessment_judgment_kind": "only a judgment has a kind of judgment",
    "ck_assessment_not_itself": "an assessment is not its own scenario",
    "ck_assessment_outcome_of_scenario": "an outcome belongs to a scenario, and nothing else does",
    "ck_assessment_probability": "a probability is 0 to 1, the lower not above the upper",
    "ck_assessment_probability_basis": "a probability says where it comes from, and only a probability does",
    "ck_assessment_probability_both": "a probability has a lower and an upper value, equal if it is exact",
    "ck_assessment_resolution_resolved_on_past": "nothing is decided on a day that is still to come",
    "ck_assessment_text": "an assessment says what is assessed or foreseen",
    "ck_initiative_term": "an initiative does not run for less than no time",
    "ck_initiative_not_in_itself": "an initiative is not part of itself",
    "ck_initiative_target_metric": "a target says what is to be reached",
    "ck_statement_actor_hop": "the hops of a relay count from 0",
    "ck_statement_actor_stance_of_target": "a stance is towards a target, not towards another role",
    "ck_statement_not_itself": "a statement is not a report of itself",
    "ck_statement_verbatim": "a statement that is verbatim or mixed needs the words in quotation marks",
    "ck_statement_content": "a statement says what was said",
    "ck_statement_verbatim_words": "words in quotation marks cannot be blank; NULL where there are none",
    "uq_assessment_condition_natural": "the assessment has a condition of this number already",
    "uq_assessment_resolution_natural": "the assessment is resolved already",
    "uq_initiative_party_natural": "the actor has this role in the initiative already",
    "uq_statement_actor_natural": "the actor has this role in the statement already",
    "uq_target_observation_natural": "the source gives a value for this time, basis and scope already",
    # sources and evidence
    "ck_claim_attribute": "a claim says which attribute it is about",
    "ck_document_sha256_form": "a SHA-256 is 64 small hexadecimal digits",
    "ck_evidence_credibility": "a credibility is 1 (confirmed) to 6 (cannot be judged)",
    "ck_evidence_length": "the passage is not as long as its offsets say",
    "ck_evidence_marker": "a footnote marker stands in a document, and none is given",
    "ck_evidence_offsets": "offsets count from 0, and a passage ends after it starts",
    "ck_evidence_whole_span": "a passage has document, paragraph, offsets and text, or none of them",
    "ck_paragraph_doc_start": "offsets in a document count from 0",
    "ck_paragraph_no": "paragraphs count from 1",
    "ck_reference_marker": "a reference needs a marker",
    "ck_source_author_position": "places in a byline count from 1",
    "uq_claim_natural": "the source claims this value already",
    "uq_document_sha256": "another document has this text",
    "uq_evidence_natural": "the passage speaks for this fact already",
    "uq_paragraph_natural": "the document has a paragraph of this number already",
    "uq_reference_natural": "the document has a reference with this marker already",
    "uq_source_author_natural": "the source has an author in this place of the byline already",
    "uq_source_rating_natural": "the source was rated by them on that day already",
    # imports and the change log
    "ck_change_images": "a change has the row before it, unless the row is new",
    "ck_change_op": "a change is I (insert), U (update) or D (delete)",
    "ck_import_run_status": "an import is running, done or failed",
    "uq_dossier_key": "another dossier has this key",
}
"""Constraint name -> sentence."""

SHARED_RULES: dict[str, str] = {
    "code_form": "a code is 1 to 40 small letters, digits and _",
    "record_kind": "a row of this table must be a record of the table's own kind",
    "seq": "numbers in a sequence count from 1",
}
"""Rule that many tables share, a constraint's name without `ck_<table>_` -> sentence."""

COLUMN_RULES: dict[str, str] = {
    "size": "a number is finite, below 1e300 either way, with at most 300 digits after the point",
    "years": "days and moments lie in the years 1 to 9999; NULL stands for an unknown one, not infinity",
}
"""Rule that many columns share, the last word of a constraint's name -> sentence."""


def sentence_for(constraint: str | None, table: str | None) -> str | None:
    """What it means to break `constraint` of `table`; None where kind, table and columns tell it."""
    rule = re.sub(f"^ck_{re.escape(table or '')}_", "", constraint or "")
    own = SENTENCES.get(constraint or "") or SHARED_RULES.get(rule)
    column, _, word = rule.rpartition("_")
    shared = COLUMN_RULES.get(word)
    return f"{table}.{column}: {shared}" if shared and not own else own
