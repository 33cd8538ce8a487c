export { type Choice, type Choices, checkbox, checkboxes, type Option, radios, select } from './choices.ts';
export { errorSummary, type Fault } from './error-summary.ts';
export { type Field, field, fieldGroup, needsNote, type Ties } from './field.ts';
export { fieldStyles } from './fields.styles.ts';
export { type Bound, type Faults, Form, type FormOptions } from './form.ts';
export { graphemes } from './graphemes.ts';
export { type TextArea, textArea } from './text-area.ts';
export { type TextField, textField } from './text-field.ts';
