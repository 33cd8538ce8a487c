import { suggestCategory } from './suggest-category.ts';
import { suggestForOperator } from './suggest-for-operator.ts';
import { suggestionFigures } from './suggestion-figures-route.ts';
import { readSuggestions } from './suggestions-of-report.ts';

export const suggestionRoutes = [suggestCategory, suggestForOperator, readSuggestions, suggestionFigures];
