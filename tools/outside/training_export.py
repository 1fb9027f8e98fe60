"""Photos through the service and a clerk's hands into an export that the training's own programs load, and that names nobody."""

import csv
import os
import subprocess
import sys
import time

import cv2

import harness
from harness import customer, envelope, expect, image

# Not readable by their labels: one blurred, the other hidden by a fence, which no reject reason calls illegible.
REJECTED = {"gas-08.jpg": "blurred", "gas-11.jpg": "digits-cut"}


def table(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def sender(row):
    return dict(phone=row["whatsapp"] or None, bsuid=row["bsuid"] or None)


def send_all(bench, subscribers, labels):
    """A photo from each customer; whoever was answered by the machine asks for a person."""
    for number, (row, label) in enumerate(zip(subscribers, labels, strict=True), 1):
        jpeg = (bench.clone / "Images/photos" / label["file"]).read_bytes()
        media = bench.offer(jpeg)
        bench.post_until_taken(
            envelope(customer(image(f"wamid.TRAIN{number:02}", media, harness.base64_sha256(jpeg)), **sender(row))))
    bench.wait_until_idle()
    for number, row in enumerate(subscribers, 1):
        if bench.rows("SELECT count(*) FROM photo JOIN message ON message.id = photo.message WHERE outcome <> 'review' "
                      f"AND external_id = 'wamid.TRAIN{number:02}'")[0][0]:
            bench.post_until_taken(envelope(customer(
                {"id": f"wamid.ASK{number:02}", "timestamp": str(int(time.time())), "type": "text", "text": {"body": "yetkili"}}, **sender(row))))
    bench.wait_until_idle()


def decide_all(bench, labels):
    """A clerk decides each photo as its label has it, but one; gives the photo that nobody decided."""
    cookie = bench.sign_in("Ayşe Deneme")
    photos = bench.rows("SELECT photo.id, external_id FROM photo JOIN message ON message.id = photo.message ORDER BY 2")
    for (photo, _), label in zip(photos[:-1], labels, strict=False):
        reason = REJECTED.get(label["file"])
        form = {"action": "reject", "reason": reason} if reason else {
            "action": "accept", "index": label["reading"], "checked": "1"}
        status, _ = bench.staff_form(f"/review/{photo}/decision", form, cookie)
        expect(status == 303, f"{label['file']}: the page took no decision: {status}")
    bench.wait_until_idle()
    return labels[len(photos) - 1]["file"]


def export(bench, out, *more):
    ran = subprocess.run([bench.endeks, "training", "export", "--out", out, "--data", bench.data, *more], capture_output=True, text=True)
    return ran.returncode, ran.stdout, ran.stderr


def check_training(bench, out):
    """Every row as the training's programs take it; how many, and how many of them readable."""
    sys.path.insert(0, str(bench.clone / "tools" / "training"))
    import pictures
    import real
    import samples

    photos = real.load(out / "photos", out / "photos.tsv")
    left = [len(real.load(out / "photos", out / "photos.tsv", without=fold)) for fold in range(5)]
    expect(sum(left) == 4 * len(photos), f"the folds hold {left} of {len(photos)} photos")
    for number, photo in enumerate(photos):
        jpeg, truth = photo
        height, width = pictures.decode(jpeg).shape[:2]
        expect(all(0 <= x <= width and 0 <= y <= height for x, y in truth["window"]), f"a corner lies outside of {width} x {height}")
        for net in ("finder", "refiner"):
            getattr(samples, net + "_sample")(photo, pictures.generator(1, number))
    told = real.for_net("reader", photos)
    for number, photo in enumerate(told):
        x, classes = samples.reader_sample(photo, pictures.generator(1, number))
        expect(x.shape == (3, 32, 224) and classes == [digit["value"] for digit in photo[1]["digits"]], f"{classes}")
    return photos, told


def check_secrets(bench, out, subscribers):
    """No name, number, serial or message id in any byte or name; no metadata; one time for all files."""
    columns = ("subscriber_number", "name", "installation_number", "meter_serial", "whatsapp", "bsuid")
    secrets = {row[column].encode() for row in subscribers for column in columns if row[column]} | {b"wamid", b"gas-"}
    files = sorted(path for path in out.rglob("*") if path.is_file())
    for path in files:
        body = path.read_bytes()
        for secret in secrets:
            expect(secret not in body and secret.decode() not in str(path.relative_to(out)), f"{secret.decode()} stands in {path.name}")
        if path.suffix == ".jpg":
            expect(body[:4] == b"\xff\xd8\xff\xe0" and b"Exif" not in body, f"{path.name} holds metadata")
            expect(cv2.imread(str(path)) is not None, f"{path.name} is no picture")
    times = {path.stat().st_mtime for path in files}
    expect(len(times) == 1, f"{len(times)} times among {len(files)} files")
    modes = {path.stat().st_mode & 0o077 for path in out.rglob("*")}
    expect(modes == {0}, f"others may look into the export: {modes}")
    return files


def test(options):
    subscribers = table(options.clone / "Images/photos/subscribers.csv")
    labels = table(options.clone / "Images/photos/labels.csv")
    with harness.Bench(options) as bench:
        bench.import_subscribers(options.clone / "Images/photos/subscribers.csv")
        bench.start_stand_in("--count", "0")
        bench.start_service()
        send_all(bench, subscribers, labels)
        undecided = decide_all(bench, labels)
        out = bench.folder / "export"
        status, told, errors = export(bench, out, "--basis", "KVKK 5/2-f")
        expect(status == 0, f"exit {status}: {errors}")
        photos, readable = check_training(bench, out)
        expect(len(photos) >= 8 and len(readable) >= 7, f"only {len(photos)} photos, {len(readable)} of them with digits:\n{told}")
        # What was handed out is what the clerk confirmed, not what the reader alone decided.
        known = {label["reading"] for label in labels if label["file"] not in {undecided, *REJECTED}}
        exported = {"".join(str(digit["value"]) for digit in truth["digits"]) for _, truth in readable}
        expect(exported <= known, f"{exported - known} were confirmed by nobody")
        files = check_secrets(bench, out, subscribers)
        audit = bench.rows("SELECT action, details FROM audit WHERE subject_kind = 'training-export' ORDER BY id")
        expect([row[0] for row in audit] == ["training.export-begun", "training.exported"], f"{audit}")
        expect(f'"photos":"{len(photos)}"' in audit[1][1] and "KVKK 5/2-f" in audit[1][1], f"{audit}")
        bench.run("audit", "verify", "--data", bench.data)
        before = {path: os.stat(path).st_ino for path in files}
        status, _, errors = export(bench, out)
        expect(status == 9 and "not empty" in errors, f"a second run into the folder: exit {status}, {errors}")
        expect({path: os.stat(path).st_ino for path in out.rglob("*") if path.is_file()} == before, "the second run changed the folder")
        ran = subprocess.run([bench.endeks, "read", out / "photos", "--evaluate", out / "labels.csv"], capture_output=True, text=True)
        expect(ran.returncode == 0, f"read --evaluate: exit {ran.returncode}: {ran.stderr}")
        if options.show:
            print(told, ran.stdout, sep="\n")
    return f"{len(photos)} crops, {len(readable)} with digits, as the training takes them; nobody named; a second run refused"


if __name__ == "__main__":
    given = harness.arguments(__doc__, show=(False, "print what the command and read --evaluate say"))
    harness.main("training_export", lambda: test(given))
