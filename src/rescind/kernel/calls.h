/* The calls of the search as Python sees them; a part of module.c and included only there. */
#ifndef RESCIND_CALLS_H
#define RESCIND_CALLS_H

#include "delta.h"
#include "find.h"
#include "merge.h"

static PyObject *refuse(const char *what)
{
    PyErr_SetString(PyExc_ValueError, what);
    return NULL;
}

static PyObject *pairs_of(const hits_list *hits)
{
    PyObject *list = PyList_New((Py_ssize_t)hits->count);

    for (size_t k = 0; list && k < hits->count; k++) {
        PyObject *hit = Py_BuildValue("(Ki)", (unsigned long long)(hits->found[k] >> 16), (int)(hits->found[k] & 0xffff));
        if (!hit || PyList_SetItem(list, (Py_ssize_t)k, hit) < 0)
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *answer_of(const hits_list *hits)
{
    PyObject *pairs = pairs_of(hits);
    return pairs ? Py_BuildValue("(NO)", pairs, hits->state == HITS_MORE ? Py_True : Py_False) : NULL;
}

/* What every search is asked with, and what it searches: a base, or a list when it has one. */
typedef struct {
    Py_buffer gone, queries, pairs;
    int within;
    unsigned long long at_most;
    hits_wish wish;
    const find_base *base;
    const delta_list *list;
} question;

static void release_question(question *asked)
{
    PyBuffer_Release(&asked->gone);
    PyBuffer_Release(&asked->queries);
    PyBuffer_Release(&asked->pairs);
}

static int question_fits(const question *asked, size_t count)
{
    return asked->queries.len % ROW == 0 && asked->pairs.len % 4 == 0 && asked->within <= 256 &&
           (!asked->gone.len || (size_t)asked->gone.len >= (count + 7) / 8);
}

static void fill_wish(question *asked, const uint8_t *tags)
{
    asked->wish = (hits_wish){tags,
                              asked->gone.len ? asked->gone.buf : NULL,
                              asked->pairs.buf,
                              (size_t)asked->pairs.len / 4,
                              asked->within < -1 ? -1 : asked->within,
                              asked->at_most};
}

static void find_all(const question *asked, hits_list *hits, size_t count)
{
    find_work work = {.seen = NULL};

    for (size_t k = 0; k < count; k++) {
        const uint8_t *query = (const uint8_t *)asked->queries.buf + ROW * k;
        hits_open(&hits[k], &asked->wish);
        if (asked->wish.within < 0)
            continue;
        if (asked->list)
            delta_near(asked->list, &work, query, &hits[k]);
        else
            find_near(asked->base, &work, query, &hits[k]);
        hits_sort(&hits[k]);
    }
    find_close(&work);
}

static PyObject *answers_of(const hits_list *hits, size_t count)
{
    PyObject *answers = PyList_New((Py_ssize_t)count);

    for (size_t k = 0; answers && k < count; k++) {
        PyObject *answer = hits[k].state == HITS_NO_MEMORY ? PyErr_NoMemory() : answer_of(&hits[k]);
        if (!answer || PyList_SetItem(answers, (Py_ssize_t)k, answer) < 0)
            Py_CLEAR(answers);
    }
    return answers;
}

static PyObject *answer(const question *asked)
{
    size_t count = (size_t)asked->queries.len / ROW;
    hits_list *hits = calloc(count ? count : 1, sizeof *hits);
    PyObject *answers;

    if (!hits)
        return PyErr_NoMemory();
    Py_BEGIN_ALLOW_THREADS
    find_all(asked, hits, count);
    Py_END_ALLOW_THREADS
    answers = answers_of(hits, count);
    for (size_t k = 0; k < count; k++)
        hits_close(&hits[k]);
    free(hits);
    return answers;
}

static PyObject *answer_from_base(question *asked, const Py_buffer *prints, const Py_buffer *tags,
                                  const Py_buffer *tables, const int numbers[3])
{
    size_t count = (size_t)prints->len / ROW;
    find_base base = {prints->buf, tables->buf, {numbers[0], numbers[1], numbers[2], count}};

    if (prints->len % ROW || (size_t)tags->len != 2 * count || !tables_sound(&base.plan) ||
        (size_t)tables->len != tables_size(&base.plan) || !question_fits(asked, count))
        return refuse("prints, tags, tables, gone, queries and pairs must fit together");
    fill_wish(asked, tags->buf);
    asked->base = &base;
    return answer(asked);
}

static PyObject *search_near(PyObject *self, PyObject *args)
{
    Py_buffer prints, tags, tables;
    question asked = {.list = NULL};
    int numbers[3];
    PyObject *answers;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*(iii)y*y*y*iK", &prints, &tags, &tables, &numbers[0], &numbers[1], &numbers[2],
                          &asked.gone, &asked.queries, &asked.pairs, &asked.within, &asked.at_most))
        return NULL;
    answers = answer_from_base(&asked, &prints, &tags, &tables, numbers);
    PyBuffer_Release(&prints);
    PyBuffer_Release(&tags);
    PyBuffer_Release(&tables);
    release_question(&asked);
    return answers;
}

/* The buffers of a growing list. */
typedef struct {
    Py_buffer prints, tags, heads, nodes;
    Py_ssize_t count;
    delta_list list;
} growing;

static void release_growing(growing *held)
{
    PyBuffer_Release(&held->prints);
    PyBuffer_Release(&held->tags);
    PyBuffer_Release(&held->heads);
    PyBuffer_Release(&held->nodes);
}

/* Whether the buffers have room for `rows` rows. */
static int growing_fits(growing *held, Py_ssize_t rows)
{
    held->list = (delta_list){held->prints.buf, held->tags.buf, held->heads.buf, held->nodes.buf, (size_t)held->count};
    return held->count >= 0 && rows < INT32_MAX && held->prints.len / ROW >= rows && held->tags.len / 2 >= rows &&
           held->nodes.len / DELTA_NODE >= rows && held->heads.len == (Py_ssize_t)4 * DELTA_CHAINS * DELTA_KEYS;
}

static PyObject *add_to_delta(PyObject *self, PyObject *args)
{
    growing held;
    Py_buffer print;
    int tag, fits;

    (void)self;
    if (!PyArg_ParseTuple(args, "w*w*w*w*ny*i", &held.prints, &held.tags, &held.heads, &held.nodes, &held.count, &print,
                          &tag))
        return NULL;
    fits = held.count >= 0 && held.count < INT32_MAX && growing_fits(&held, held.count + 1) && print.len == ROW &&
           tag >= 0 && tag <= UINT16_MAX;
    if (fits)
        delta_add(&held.list, print.buf, (uint16_t)tag);
    release_growing(&held);
    PyBuffer_Release(&print);
    if (!fits)
        return refuse("there is no room for the row, or it is no print with a tag");
    Py_RETURN_NONE;
}

static void add_rows(growing *held, const Py_buffer *prints, const Py_buffer *tags)
{
    const uint8_t *tag = tags->buf;

    for (Py_ssize_t row = 0; row < prints->len / ROW; row++) {
        delta_add(&held->list, (const uint8_t *)prints->buf + row * ROW, (uint16_t)(tag[2 * row] | tag[2 * row + 1] << 8));
        held->list.count++;
    }
}

static PyObject *add_many_to_delta(PyObject *self, PyObject *args)
{
    growing held;
    Py_buffer prints, tags;
    int fits;

    (void)self;
    if (!PyArg_ParseTuple(args, "w*w*w*w*ny*y*", &held.prints, &held.tags, &held.heads, &held.nodes, &held.count, &prints,
                          &tags))
        return NULL;
    fits = held.count >= 0 && held.count < INT32_MAX && prints.len % ROW == 0 && prints.len / ROW < INT32_MAX &&
           tags.len == prints.len / ROW * 2 && growing_fits(&held, held.count + prints.len / ROW);
    if (fits) {
        Py_BEGIN_ALLOW_THREADS
        add_rows(&held, &prints, &tags);
        Py_END_ALLOW_THREADS
    }
    release_growing(&held);
    PyBuffer_Release(&prints);
    PyBuffer_Release(&tags);
    if (!fits)
        return refuse("there is no room for the rows, or they are not prints with tags");
    Py_RETURN_NONE;
}

static PyObject *near_in_delta(PyObject *self, PyObject *args)
{
    growing held;
    question asked = {.base = NULL};
    PyObject *answers = NULL;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*y*ny*y*y*iK", &held.prints, &held.tags, &held.heads, &held.nodes, &held.count,
                          &asked.gone, &asked.queries, &asked.pairs, &asked.within, &asked.at_most))
        return NULL;
    if (!growing_fits(&held, held.count) || !question_fits(&asked, (size_t)held.count)) {
        refuse("prints, tags, heads, nodes, gone, queries and pairs must fit together");
    } else {
        fill_wish(&asked, held.list.tags);
        asked.list = &held.list;
        answers = answer(&asked);
    }
    release_growing(&held);
    release_question(&asked);
    return answers;
}

static PyObject *search_build(PyObject *self, PyObject *args)
{
    Py_buffer prints, out;
    tables_plan plan;
    int done = TABLES_DONE, fits;

    (void)self;
    if (!PyArg_ParseTuple(args, "y*(iii)w*", &prints, &plan.tables, &plan.key_bits, &plan.group_bits, &out))
        return NULL;
    plan.count = (size_t)prints.len / ROW;
    fits = prints.len % ROW == 0 && tables_sound(&plan) && (size_t)out.len == tables_size(&plan);
    if (fits) {
        Py_BEGIN_ALLOW_THREADS
        done = tables_build(prints.buf, &plan, out.buf);
        Py_END_ALLOW_THREADS
    }
    PyBuffer_Release(&prints);
    PyBuffer_Release(&out);
    if (!fits)
        return refuse("prints, plan and out must fit together");
    if (done != TABLES_DONE)
        return PyErr_NoMemory();
    Py_RETURN_NONE;
}

/* Whether ids, prints and tags are of the same number of rows. */
static int rows_fit(Py_buffer held[3], merge_rows *rows)
{
    *rows = (merge_rows){held[0].buf, held[1].buf, held[2].buf, (size_t)held[1].len / ROW};
    return held[1].len % ROW == 0 && (size_t)held[0].len == 8 * rows->count && (size_t)held[2].len == 2 * rows->count;
}

static int lists_fit(Py_buffer held[10], merge_rows rows[3])
{
    return rows_fit(held, &rows[0]) && rows_fit(held + 4, &rows[1]) && rows_fit(held + 7, &rows[2]) &&
           (!held[3].len || (size_t)held[3].len >= (rows[0].count + 7) / 8);
}

static PyObject *search_merge(PyObject *self, PyObject *args)
{
    Py_buffer held[10];
    merge_rows rows[3];
    size_t written = 0;
    int fits;

    (void)self;
    if (!PyArg_ParseTuple(args, "(y*y*y*)y*(y*y*y*)(w*w*w*)", &held[0], &held[1], &held[2], &held[3], &held[4], &held[5],
                          &held[6], &held[7], &held[8], &held[9]))
        return NULL;
    fits = lists_fit(held, rows);
    if (fits) {
        Py_BEGIN_ALLOW_THREADS
        written = merge_lists(&rows[0], held[3].len ? held[3].buf : NULL, &rows[1], &rows[2]);
        Py_END_ALLOW_THREADS
    }
    for (int k = 0; k < 10; k++)
        PyBuffer_Release(&held[k]);
    if (!fits || written == MERGE_NO_ROOM)
        return refuse("ids, prints, tags, gone and room must fit together");
    return PyLong_FromSize_t(written);
}

#endif
