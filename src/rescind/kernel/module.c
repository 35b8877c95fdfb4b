/* The only file that knows Python: takes buffers, lets other threads run, gives values back. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "parts.h"
#include "pdq.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

enum { ROW = 32, ROOM = 4096 };

#include "calls.h"

/* Whether the sizes describe the buffer; sets ValueError if not. The border in Python says the same more politely. */
static int fits(const Py_buffer *pixels, Py_ssize_t width, Py_ssize_t height, int channels)
{
    if ((channels == 1 || channels == 3) && width > 0 && height > 0 && width <= PY_SSIZE_T_MAX / 3 / height &&
        pixels->len == width * height * channels)
        return 1;
    PyErr_SetString(PyExc_ValueError, "pixels must hold exactly width times height times channels bytes");
    return 0;
}

static int take_picture(PyObject *args, Py_buffer *pixels, pdq_picture *picture, int *turn)
{
    Py_ssize_t width, height;
    int channels;

    if (!PyArg_ParseTuple(args, turn ? "y*nnii" : "y*nni", pixels, &width, &height, &channels, turn))
        return 0;
    if (!fits(pixels, width, height, channels)) {
        PyBuffer_Release(pixels);
        return 0;
    }
    *picture = (pdq_picture){pixels->buf, (size_t)width, (size_t)height, channels};
    return 1;
}

static int take_turned(PyObject *args, Py_buffer *pixels, pdq_picture *picture, int *turn)
{
    if (!take_picture(args, pixels, picture, turn))
        return 0;
    if (*turn >= 0 && *turn < PDQ_TURNS)
        return 1;
    PyBuffer_Release(pixels);
    PyErr_SetString(PyExc_ValueError, "turn must be 0 to 7");
    return 0;
}

static PyObject *print_one(PyObject *self, PyObject *args)
{
    Py_buffer pixels;
    pdq_picture picture;
    uint8_t bits[PDQ_BYTES];
    int turn = 0, quality = 0, done;

    (void)self;
    if (!take_turned(args, &pixels, &picture, &turn))
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    done = pdq_print(&picture, turn, bits, &quality);
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&pixels);
    if (done != PDQ_DONE)
        return PyErr_NoMemory();
    return Py_BuildValue("(y#i)", (const char *)bits, (Py_ssize_t)PDQ_BYTES, quality);
}

static PyObject *eight_of(uint8_t bits[PDQ_TURNS][PDQ_BYTES])
{
    PyObject *eight = PyTuple_New(PDQ_TURNS);

    for (Py_ssize_t turn = 0; eight && turn < PDQ_TURNS; turn++) {
        PyObject *one = PyBytes_FromStringAndSize((const char *)bits[turn], PDQ_BYTES);
        if (!one || PyTuple_SetItem(eight, turn, one) < 0)
            Py_CLEAR(eight);
    }
    return eight;
}

static PyObject *print_turns(PyObject *self, PyObject *args)
{
    Py_buffer pixels;
    pdq_picture picture;
    uint8_t bits[PDQ_TURNS][PDQ_BYTES];
    int quality = 0, done;

    (void)self;
    if (!take_picture(args, &pixels, &picture, NULL))
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    done = pdq_prints(&picture, bits, &quality);
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&pixels);
    if (done != PDQ_DONE)
        return PyErr_NoMemory();
    PyObject *eight = eight_of(bits);
    return eight ? Py_BuildValue("(Ni)", eight, quality) : NULL;
}

static PyObject *inspect(PyObject *self, PyObject *args)
{
    Py_buffer pixels;
    pdq_picture picture;
    float quick[PDQ_WAVES], exact[PDQ_WAVES], apart = 0;
    int turn = 0, done = PDQ_DONE;

    (void)self;
    if (!take_turned(args, &pixels, &picture, &turn))
        return NULL;
    if (picture.width < PDQ_SMALLEST_SIDE || picture.height < PDQ_SMALLEST_SIDE) {
        PyBuffer_Release(&pixels);
        PyErr_SetString(PyExc_ValueError, "sides of at least five pixels are needed");
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    done = pdq_inspect(&picture, turn, quick, exact, &apart);
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&pixels);
    if (done != PDQ_DONE)
        return PyErr_NoMemory();
    return Py_BuildValue("(y#y#f)", (const char *)quick, (Py_ssize_t)sizeof quick, (const char *)exact,
                         (Py_ssize_t)sizeof exact, apart);
}

static int append_hits(PyObject *list, const uint64_t *found, const uint16_t *apart, size_t hits)
{
    for (size_t k = 0; k < hits; k++) {
        PyObject *hit = Py_BuildValue("(Ki)", (unsigned long long)found[k], (int)apart[k]);
        if (!hit || PyList_Append(list, hit) < 0) {
            Py_XDECREF(hit);
            return -1;
        }
        Py_DECREF(hit);
    }
    return 0;
}

static PyObject *scan_all(const uint8_t *table, size_t rows, const uint8_t *query, int within)
{
    uint64_t found[ROOM];
    uint16_t apart[ROOM];
    size_t reached = 0, hits;
    PyObject *list = PyList_New(0);

    while (list && reached < rows) {
        Py_BEGIN_ALLOW_THREADS
        hits = scan_rows(table, reached, rows, query, within, found, apart, ROOM, &reached);
        Py_END_ALLOW_THREADS
        if (append_hits(list, found, apart, hits) < 0)
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *scan(PyObject *self, PyObject *args)
{
    Py_buffer table, query;
    int within;
    PyObject *list = NULL;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*i", &table, &query, &within))
        return NULL;
    if (table.len % ROW || query.len != ROW || within < 0)
        PyErr_SetString(PyExc_ValueError, "table must hold 32-byte rows, query 32 bytes, and within must not be negative");
    else
        list = scan_all(table.buf, (size_t)table.len / ROW, query.buf, within);
    PyBuffer_Release(&table);
    PyBuffer_Release(&query);
    return list;
}

static PyObject *distance(PyObject *self, PyObject *args)
{
    Py_buffer a, b;
    PyObject *bits = NULL;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*", &a, &b))
        return NULL;
    if (a.len != ROW || b.len != ROW)
        PyErr_SetString(PyExc_ValueError, "both fingerprints must be 32 bytes");
    else
        bits = PyLong_FromLong(scan_distance(a.buf, b.buf));
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    return bits;
}

static PyObject *parts_as_bytes(const parts_one *found, int count)
{
    PyObject *three = PyTuple_New(3);
    size_t at[3] = {offsetof(parts_one, print), offsetof(parts_one, mirrored), offsetof(parts_one, place)};
    size_t size[3] = {PARTS_BYTES, PARTS_BYTES, PARTS_PLACE};

    for (Py_ssize_t k = 0; three && k < 3; k++) {
        PyObject *column = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size[k] * count);
        for (int i = 0; column && i < count; i++)
            memcpy(PyBytes_AsString(column) + (size_t)i * size[k], (const char *)&found[i] + at[k], size[k]);
        if (!column || PyTuple_SetItem(three, k, column) < 0)
            Py_CLEAR(three);
    }
    return three;
}

static PyObject *parts(PyObject *self, PyObject *args)
{
    Py_buffer luma;
    Py_ssize_t width, height;
    int most, count;
    parts_one *found;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*nni", &luma, &width, &height, &most))
        return NULL;
    if (!fits(&luma, width, height, 1) || most < 0 || most > PARTS_MOST || width > INT32_MAX || height > INT32_MAX) {
        PyBuffer_Release(&luma);
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "there may be 0 to %d parts", PARTS_MOST);
    }
    Py_BEGIN_ALLOW_THREADS
    found = calloc((size_t)most + 1, sizeof *found);
    count = found ? parts_find(luma.buf, (size_t)width, (size_t)height, most, found) : PARTS_NO_MEMORY;
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&luma);
    PyObject *three = count < 0 ? PyErr_NoMemory() : parts_as_bytes(found, count);
    free(found);
    return three;
}

static PyObject *near_pairs(const Py_buffer *mine, const Py_buffer *other, int within, Py_ssize_t at_most)
{
    size_t room = (size_t)at_most, rows = (size_t)mine->len / ROW, others = (size_t)other->len / ROW, count = 0;
    parts_pair *found;

    room = room < rows * others ? room : rows * others;
    if (!(found = malloc((room + 1) * sizeof *found)))
        return PyErr_NoMemory();
    Py_BEGIN_ALLOW_THREADS
    count = parts_pairs(mine->buf, rows, other->buf, others, within, found, room);
    Py_END_ALLOW_THREADS
    room = count < room ? count : room;
    PyObject *pairs = PyBytes_FromStringAndSize((const char *)found, (Py_ssize_t)(room * sizeof *found));
    free(found);
    return pairs;
}

static PyObject *pairs(PyObject *self, PyObject *args)
{
    Py_buffer mine, other;
    Py_ssize_t at_most;
    int within;
    PyObject *found = NULL;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*in", &mine, &other, &within, &at_most))
        return NULL;
    if (mine.len % ROW || other.len % ROW || mine.len / ROW > PARTS_ROWS || other.len / ROW > PARTS_ROWS || within < 0 || at_most < 0)
        PyErr_SetString(PyExc_ValueError, "both tables must hold 32-byte rows, 65536 at most, and no number may be negative");
    else
        found = near_pairs(&mine, &other, within, at_most);
    PyBuffer_Release(&mine);
    PyBuffer_Release(&other);
    return found;
}

static PyMethodDef METHODS[] = {
    {"pdq", print_one, METH_VARARGS, "pdq(pixels, width, height, channels, turn) -> (bits, quality)"},
    {"pdq_turns", print_turns, METH_VARARGS, "pdq_turns(pixels, width, height, channels) -> (eight bits, quality)"},
    {"inspect", inspect, METH_VARARGS, "inspect(pixels, width, height, channels, turn) -> (quick, exact, apart)"},
    {"scan", scan, METH_VARARGS, "scan(table, query, within) -> [(row, distance)]"},
    {"distance", distance, METH_VARARGS, "distance(a, b) -> bits that differ"},
    {"search_near", search_near, METH_VARARGS, "search_near(...) -> [([(row, distance)], more)]"},
    {"search_build", search_build, METH_VARARGS, "search_build(prints, (tables, key_bits, check_bits), out)"},
    {"search_merge", search_merge, METH_VARARGS, "search_merge(old, gone, new, out) -> rows written"},
    {"delta_add", add_to_delta, METH_VARARGS, "delta_add(prints, tags, heads, nodes, count, bits, tag)"},
    {"delta_add_many", add_many_to_delta, METH_VARARGS, "delta_add_many(prints, tags, heads, nodes, count, bits, marks)"},
    {"delta_near", near_in_delta, METH_VARARGS, "delta_near(...) -> [([(row, distance)], more)]"},
    {"parts", parts, METH_VARARGS, "parts(luma, width, height, most) -> (prints, mirrored, places)"},
    {"pairs", pairs, METH_VARARGS, "pairs(mine, other, within, at_most) -> rows of three 16-bit numbers"},
    {NULL, NULL, 0, NULL},
};

static int fill_module(PyObject *module) { return PyModule_AddStringConstant(module, "SCAN", scan_with()); }

static PyModuleDef_Slot SLOTS[] = {{Py_mod_exec, fill_module}, {0, NULL}};

static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, "_native", "The hot loops of the kernel in C.", 0, METHODS, SLOTS, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__native(void) { return PyModuleDef_Init(&MODULE); }
