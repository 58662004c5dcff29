import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { isPersonalPreset, type PresetName, presetFields } from './presets'
import type { SavedRecipient } from './saved-recipients'

/**
 * What the form holds at first: what its preset says, the petition where there is no other, or no other that is open,
 * and the only saved reader.
 */
export function startingFields(
  preset: PresetName | null,
  petitions: PetitionName[],
  recipients: SavedRecipient[],
): Record<string, string> {
  const open = petitions.filter(({ isOpen }) => isOpen)
  const [petition, ...others] = open.length > 0 ? open : petitions
  const [recipient, ...more] = recipients
  return {
    ...(petition && others.length === 0 && { petition: petition.id }),
    ...(preset && { preset, ...presetFields(preset) }),
    ...(preset && isPersonalPreset(preset) && recipient && more.length === 0 && { saved: recipient.key }),
  }
}
