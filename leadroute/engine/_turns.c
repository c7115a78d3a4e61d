/* The inner loop of taking turns, compiled: the same as leadroute/engine/turns.py, which runs where this is missing.
 *
 * Balances are whole numbers of 64 bits; an overflow (millions of leads of debt) is an error, never a wrong balance.
 */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

typedef struct {
    Py_buffer held, reps, gains, last;
    Py_ssize_t count;
} Ring;

static void release(Ring *ring)
{
    PyBuffer_Release(&ring->held);
    PyBuffer_Release(&ring->reps);
    PyBuffer_Release(&ring->gains);
    if (ring->last.obj)
        PyBuffer_Release(&ring->last);
}

/* Open the buffers of a call: held int64, reps int32, gains int64 and, for a turn, last int64. */
static int open_ring(PyObject *args, Ring *ring, int with_last)
{
    *ring = (Ring){0};
    if (!PyArg_ParseTuple(args, with_last ? "w*y*y*y*" : "w*y*y*", &ring->held, &ring->reps, &ring->gains, &ring->last))
        return 0;
    ring->count = ring->reps.len / (Py_ssize_t)sizeof(int32_t);
    Py_ssize_t people = ring->held.len / (Py_ssize_t)sizeof(int64_t);
    int fits = ring->gains.len == ring->count * (Py_ssize_t)sizeof(int64_t);
    fits = fits && (!with_last || ring->last.len == ring->held.len);
    const int32_t *reps = ring->reps.buf;
    for (Py_ssize_t at = 0; fits && at < ring->count; at++)
        fits = reps[at] >= 0 && reps[at] < people;
    if (!fits) {
        release(ring);
        PyErr_SetString(PyExc_ValueError, "a ring's reps, gains and balances do not fit together");
    }
    return fits;
}

static int earn(Ring *ring)
{
    int64_t *held = ring->held.buf;
    const int32_t *reps = ring->reps.buf;
    const int64_t *gains = ring->gains.buf;
    for (Py_ssize_t at = 0; at < ring->count; at++) {
        int64_t own = held[reps[at]];
        if (gains[at] > 0 && own > INT64_MAX - gains[at]) {
            PyErr_SetString(PyExc_OverflowError, "a balance grew beyond 64 bits");
            return 0;
        }
        held[reps[at]] = own + gains[at];
    }
    return 1;
}

static PyObject *accrue(PyObject *module, PyObject *args)
{
    Ring ring;
    if (!open_ring(args, &ring, 0))
        return NULL;
    int done = earn(&ring);
    release(&ring);
    if (!done)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *turn(PyObject *module, PyObject *args)
{
    Ring ring;
    if (!open_ring(args, &ring, 1))
        return NULL;
    if (!earn(&ring)) {
        release(&ring);
        return NULL;
    }
    const int64_t *held = ring.held.buf, *last = ring.last.buf;
    const int32_t *reps = ring.reps.buf;
    int32_t best = -1;
    for (Py_ssize_t at = 0; at < ring.count; at++) {
        int32_t rep = reps[at];
        if (best < 0 || held[rep] > held[best] || (held[rep] == held[best] && last[rep] < last[best]))
            best = rep;
    }
    release(&ring);
    return PyLong_FromLong(best);
}

static PyMethodDef methods[] = {
    {"accrue", accrue, METH_VARARGS, "Let everybody of a ring earn."},
    {"turn", turn, METH_VARARGS, "Let everybody of a ring earn; return the rep with the highest balance."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_turns", NULL, 0, methods};

PyMODINIT_FUNC PyInit__turns(void)
{
    return PyModule_Create(&module);
}
