# The pinned Python of the training, in $work/python; sets $python. To be sourced.
if [ ! -x "$work/python/bin/python" ]; then
    python3 -m venv "$work/python" || { echo "training: install python3-venv first" >&2; exit 1; }
fi
cmp -s "$here/requirements.txt" "$work/python/requirements.txt" || {
    "$work/python/bin/pip" install -q -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/python/requirements.txt"
}
python=$work/python/bin/python
