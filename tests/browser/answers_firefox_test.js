// As answers_chromium_test.js, in another browser's hands.
import { answers_agree } from './support/answers.js';

answers_agree('firefox', ['nginx']);
