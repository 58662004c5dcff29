import type { Operation } from './operation'
import { coalitionOperations } from './operations/coalition'
import { ownOperations } from './operations/own-signature'
import { readOperations } from './operations/read'
import { signOperations } from './operations/sign'
import { siteOperations } from './operations/site'

/** Every public address of the interface. */
export const operations: Operation[] = [
  ...readOperations,
  ...signOperations,
  ...ownOperations,
  ...coalitionOperations,
  ...siteOperations,
]
