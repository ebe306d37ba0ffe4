// Every query of queries/ gives in a browser what it gives in the terminal: the same pages in the same order, the same
// counts, snippets, problems and suggestions, whoever serves the site.
import { answers_agree } from './support/answers.js';

answers_agree('chromium', ['debrief serve', 'nginx', 'python http.server']);
