// The search worker of a site, spoken to as the search page does, from within a page of that site.

// Starts a worker in the page and opens the index. Resolves to {type: 'ready'} or the error, or {type: 'silence'}.
export function open_worker(page, timeout = 10000) {
  return page.evaluate(async (timeout) => {
    window.debrief_test?.worker.terminate();
    const data = document.querySelector('form[data-worker]').dataset;
    const address = (name) => new URL(data[name], document.baseURI).href;
    const worker = new Worker(address('worker'));
    const state = { worker, next: 1, waiting: [], messages: [], timeout };
    window.debrief_test = state;
    const deliver = (message) => {
      state.messages.push(message);
      state.waiting = state.waiting.filter(({ wants, resolve }) => !wants(message) || (resolve(message), false));
    };
    worker.onmessage = ({ data }) => deliver(data);
    worker.onerror = (event) => {
      event.preventDefault();
      deliver({ type: 'broken', detail: event.message ?? 'the worker did not start' });
    };
    state.wait = (wants) => new Promise((resolve) => {
      state.waiting.push({ wants, resolve });
      setTimeout(() => resolve({ type: 'silence' }), state.timeout);
    });
    const begun = state.wait(({ type, id }) => ['ready', 'broken'].includes(type) || (type === 'error' && !id));
    worker.postMessage({ type: 'open', engine: address('engine'), index: address('index') });
    return begun;
  }, timeout);
}

// Asks one request after the other and resolves to a list of {answer, details, error, milliseconds}: either an answer,
// with details if facets were asked for, or an error; `milliseconds` passed until the answer.
export function ask_worker(page, requests) {
  return page.evaluate(async (requests) => {
    const state = window.debrief_test;
    const outcomes = [];
    for (const request of requests) {
      const id = state.next++;
      const of_this = (message) => message.id === id || message.type === 'broken' ||
        (message.type === 'error' && message.id == null);
      const is_end = ({ type }) => type === 'error' || type === 'broken';
      const first = state.wait((message) => of_this(message) && (is_end(message) || message.type === 'results'));
      const second = state.wait((message) => of_this(message) && (is_end(message) || message.type === 'details'));
      const begun = performance.now();
      state.worker.postMessage({ type: 'search', id, request });
      const outcome = {};
      const results = await first;
      outcome.milliseconds = performance.now() - begun;
      if (results.type !== 'results') {
        outcome.error = results;
      } else {
        outcome.answer = results.answer;
        const details = await second;
        if (details.type !== 'details') outcome.error = details;
        else outcome.details = details;
      }
      outcomes.push(outcome);
    }
    return outcomes;
  }, requests);
}

// What a reader has seen in the end, in the form of native.js's `normal`.
export function whole_answer({ answer, details }) {
  return { ...answer, suggestion: details?.suggestion || answer.suggestion, facets: details?.facets ?? {} };
}
