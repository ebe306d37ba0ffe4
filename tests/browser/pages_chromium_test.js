// Every kind of page of both sites as readers have it; see support/page_checks.js.
import { pages_are_sound } from './support/page_checks.js';

pages_are_sound('chromium');
