/* The usual lead, compiled: everybody of a ring earns, one takes the lead, pays and is counted.
 *
 * Deals leads one after the other until one is not usual or a cap is reached, and says where it stopped; the Python code
 * around it (distribute.py, desk.py) can do all of this too and does it for every other lead. express.py prepares the
 * arrays and describes them. Numbers are 64 bits wide.
 */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

enum { OUTCOME, REASON, FOLLOW_REASON, NUMBER, PRICE, POOL, BASE, CHOICE, COUNT, HEAD };
enum { NOBODY, BY_ACCOUNT, BY_LOAD };

typedef struct {
    const int64_t *of, *mates, *ceiling, *pool_ceiling, *whole_ceiling;
    int64_t *company, *held, *last, *open, *through, *whole, *gifts;
    const int8_t *follows;
    int64_t leads, people, at, sequence, reached;
} Deal;

static void earn(const Deal *deal, const int64_t *ring)
{
    const int64_t *reps = ring + HEAD, *gains = reps + ring[COUNT];
    for (int64_t k = 0; k < ring[COUNT]; k++)
        deal->held[reps[k]] += gains[k];
}

/* Smaller mark first (open leads by burden, when loads decide), then higher balance, then longer unserved, then first. */
static int64_t choose(const Deal *deal, const int64_t *ring)
{
    const int64_t *reps = ring + HEAD, *burdens = reps + 2 * ring[COUNT];
    int64_t best = -1, least = 0;
    for (int64_t k = 0; k < ring[COUNT]; k++) {
        int64_t rep = reps[k], mark = ring[CHOICE] == BY_LOAD ? deal->open[rep] * burdens[k] : 0;
        int better = best < 0 || mark < least;
        if (!better && mark == least)
            better = deal->held[rep] > deal->held[best] ||
                     (deal->held[rep] == deal->held[best] && deal->last[rep] < deal->last[best]);
        if (better) {
            best = rep;
            least = mark;
        }
    }
    return best;
}

static int counted(Deal *deal, const int64_t *ring, int64_t rep)
{
    int reached = ++deal->open[rep] == deal->ceiling[rep];
    if (ring[POOL] >= 0) {
        reached |= ++deal->through[ring[BASE] + rep] == deal->pool_ceiling[ring[BASE] + rep];
        reached |= ++deal->whole[ring[POOL]] == deal->whole_ceiling[ring[POOL]];
    }
    return reached;
}

/* Deal the lead at hand; 0 when it is not a usual one. */
static int one(Deal *deal, const int64_t *ring, int64_t errand)
{
    int64_t mate = deal->mates[deal->at], known = mate >= 0 ? deal->company[mate] : -1;
    int follow = known >= 0 ? deal->follows[errand * deal->people + known] : 0;
    if (follow < 0 || (!follow && ring[CHOICE] == NOBODY))
        return 0;
    earn(deal, ring);
    int64_t rep = follow ? known : choose(deal, ring);
    int64_t gift[] = {ring[OUTCOME], ring[follow ? FOLLOW_REASON : REASON], rep, ring[NUMBER], deal->held[rep]};
    memcpy(deal->gifts + 5 * deal->at, gift, sizeof gift);
    deal->held[rep] -= ring[PRICE];
    deal->last[rep] = deal->sequence++;
    if (mate >= 0 && known < 0)
        deal->company[mate] = rep;
    if (counted(deal, ring, rep))
        deal->reached = rep;
    return 1;
}

static int all(Deal *deal, PyObject *rings)
{
    for (; deal->at < deal->leads && deal->reached < 0; deal->at++) {
        int64_t errand = deal->of[deal->at];
        PyObject *ring = PyList_GetItem(rings, (Py_ssize_t)errand);
        if (!ring)
            return 0;
        if (ring == Py_None)
            return 1;
        Py_buffer view;
        if (PyObject_GetBuffer(ring, &view, PyBUF_SIMPLE) < 0)
            return 0;
        int done = one(deal, view.buf, errand);
        PyBuffer_Release(&view);
        if (!done)
            return 1;
    }
    return 1;
}

static PyObject *run(PyObject *module, PyObject *args)
{
    Deal deal = {.reached = -1};
    PyObject *rings;
    Py_buffer of, mates, company, follows, held, last, open, ceiling, through, pool_ceiling, whole, whole_ceiling, gifts;
    if (!PyArg_ParseTuple(args, "O!y*y*w*y*w*w*w*y*w*y*w*y*w*LL", &PyList_Type, &rings, &of, &mates, &company, &follows,
                          &held, &last, &open, &ceiling, &through, &pool_ceiling, &whole, &whole_ceiling, &gifts,
                          &deal.at, &deal.sequence))
        return NULL;
    deal.of = of.buf, deal.mates = mates.buf, deal.company = company.buf, deal.follows = follows.buf;
    deal.held = held.buf, deal.last = last.buf, deal.open = open.buf, deal.ceiling = ceiling.buf;
    deal.through = through.buf, deal.pool_ceiling = pool_ceiling.buf;
    deal.whole = whole.buf, deal.whole_ceiling = whole_ceiling.buf, deal.gifts = gifts.buf;
    deal.leads = of.len / (Py_ssize_t)sizeof(int64_t);
    deal.people = held.len / (Py_ssize_t)sizeof(int64_t);
    int done = all(&deal, rings);
    Py_buffer *views[] = {&of, &mates, &company, &follows, &held, &last, &open, &ceiling,
                          &through, &pool_ceiling, &whole, &whole_ceiling, &gifts};
    for (size_t k = 0; k < sizeof views / sizeof *views; k++)
        PyBuffer_Release(views[k]);
    return done ? Py_BuildValue("LLL", deal.at, deal.sequence, deal.reached) : NULL;
}

static PyMethodDef methods[] = {
    {"run", run, METH_VARARGS, "Deal usual leads; return where it stopped, the next sequence number, who reached a cap."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_express", NULL, 0, methods};

PyMODINIT_FUNC PyInit__express(void)
{
    return PyModule_Create(&module);
}
