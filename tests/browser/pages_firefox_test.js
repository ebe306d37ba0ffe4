// As pages_chromium_test.js, in another browser's hands.
import { pages_are_sound } from './support/page_checks.js';

pages_are_sound('firefox');
