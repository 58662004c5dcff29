import { activityView } from './activity-view'
import { documentView } from './document-view'
import type { EntityView } from './entity-view'
import { governmentView } from './government-view'
import { letterView } from './letter-view'
import { memberView } from './member-view'
import { sourceView } from './source-view'

/** The views by the folder in their addresses, such as `/admin/coalition/members`. */
export const entityViews: Record<string, () => EntityView> = {
  members: memberView,
  activities: activityView,
  letters: letterView,
  governments: governmentView,
  documents: documentView,
  sources: sourceView,
}

/** The view of a folder; null for other text. */
export function entityViewAt(path: string | undefined): EntityView | null {
  return (path !== undefined && Object.hasOwn(entityViews, path) && entityViews[path]?.()) || null
}
