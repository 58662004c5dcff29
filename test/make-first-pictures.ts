import { closeDb } from '@/lib/db'
import { takeTitle } from '@/lib/share-pictures/draw-titles'
import { makePicture } from '@/lib/share-pictures/make-pictures'

// Makes the pictures to share of the first content, with the titles that come with it, which the worker of every copy
// would make again: eleven, in three seconds of computing. A program of its own, since it reads the settings of a site
// that its caller is not.
while (await takeTitle(new Date()));
while (await makePicture(new Date()));
await closeDb()
