import type { FieldSpec } from '../form/field-spec'
import { slugField, sourcesField } from './common-fields'

interface Choices {
  sources: [string, string][]
  clauses: [string, string][]
  petitions: [string, string][]
  letters: [string, string][]
}

/** What the desk enters of an activity, but its words. */
export function activityFields({ sources, clauses, petitions, letters }: Choices, fresh: boolean): FieldSpec[] {
  return [
    ...(fresh ? [slugField('activities')] : []),
    { name: 'happened', label: 'When', hint: 'A day, month or year: 2013-03-21, 2013-03 or 2013.', required: true },
    { name: 'ended', label: 'Until', hint: 'The last day, if it took several.', kind: 'day' },
    { name: 'byCoalition', label: 'Done by the coalition itself', kind: 'tick' },
    {
      name: 'answers',
      label: 'Answers the clause',
      hint: 'What of the statement came true by it.',
      kind: 'select',
      options: [['', 'none'], ...clauses],
    },
    { name: 'petition', label: 'Belongs to the petition', kind: 'select', options: [['', 'none'], ...petitions] },
    { name: 'letter', label: 'Belongs to the letter', kind: 'select', options: [['', 'none'], ...letters] },
    sourcesField(sources),
  ]
}
