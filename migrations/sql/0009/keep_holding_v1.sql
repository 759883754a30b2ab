-- An exclusion constraint sees only its own table: what it needs of the office and the record is copied there.
CREATE FUNCTION geodb.fill_holding_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    NEW.is_single_seat := coalesce(
        (SELECT office.is_single_seat FROM geodb.office WHERE office.id = NEW.office_id), NEW.is_single_seat
    );
    NEW.is_retracted := coalesce(
        (SELECT record.retracted_at IS NOT NULL FROM geodb.record WHERE record.id = NEW.id), NEW.is_retracted
    );
    RETURN NEW;
END
$body$;

CREATE FUNCTION geodb.retract_holding_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    UPDATE geodb.office_holding SET is_retracted = NEW.retracted_at IS NOT NULL WHERE id = NEW.id;
    RETURN NULL;
END
$body$;

CREATE TRIGGER tg_office_holding_fill BEFORE INSERT OR UPDATE ON geodb.office_holding
FOR EACH ROW EXECUTE FUNCTION geodb.fill_holding_v1();

CREATE TRIGGER tg_record_retract_holding AFTER UPDATE OF retracted_at ON geodb.record
FOR EACH ROW
WHEN (new.kind = 'office_holding' AND (old.retracted_at IS NULL) <> (new.retracted_at IS NULL))
EXECUTE FUNCTION geodb.retract_holding_v1();

COMMENT ON FUNCTION geodb.fill_holding_v1() IS
    'Copies into a holding whether its office has a single seat and whether its record is retracted.';
COMMENT ON FUNCTION geodb.retract_holding_v1() IS
    'Tells a holding that its record was retracted or stands again.';
