/**
 * The types shared by player, kinds and standards; no code.
 *
 * `Course` is what `src/smtrain/render/data.py` writes into the page. A fraction is a number from 0 to 1.
 */

/**
 * Those of the ten types of SCORM 2004 (RTE 4.2.9) that a kind uses.
 * @typedef {"true-false" | "choice" | "fill-in" | "long-fill-in" | "matching" | "sequencing" | "likert" | "numeric"
 *   | "performance"} InteractionType
 */

/** Only targets that are a solution and statements have a text. @typedef {{ readonly id: string, readonly text?: string }} Option */

/**
 * A written answer the author names, right or wrong. `text` is used by fill-in; `low` and `high` by numeric,
 * both included, null where there is no bound.
 * @typedef {object} Accepted
 * @property {string} id
 * @property {boolean} right
 * @property {string} [text]
 * @property {number | null} [low]
 * @property {number | null} [high]
 */

/**
 * A learner's answer, structured: ids for choice and true-false, texts for fill-in, one text for numeric and
 * long-fill-in, [source, target] pairs for matching and likert, ordered ids for sequencing, and for performance
 * the ids of the choices taken, one after the other.
 * @typedef {string | readonly string[] | readonly (readonly [string, string])[]} Response
 */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} key short and stable, for the suspend data
 * @property {string} page
 * @property {string | null} quiz
 * @property {InteractionType} type
 * @property {string} kind only to find a kind's script
 * @property {number} points
 * @property {"all" | "partial" | "penalty"} grading
 * @property {number} attempts tries allowed, 0 for as many as the learner likes
 * @property {boolean} shuffle
 * @property {boolean} required
 * @property {boolean} survey never right or wrong
 * @property {boolean} [critical] passing needs it right at some point
 * @property {boolean} [confidence] asks how sure the learner is
 * @property {string} [pool] the pool that draws it; without one everybody is asked
 * @property {string} text the stem as plain text, for the LMS's reports
 * @property {readonly string[]} objectives
 * @property {string} [record] the name its answers are filed under, where that is not the id
 * @property {readonly Option[]} [options]
 * @property {readonly Option[]} [targets]
 * @property {readonly string[]} [key_] the right ids; for sequencing in their right order
 * @property {readonly (readonly [string, string])[]} [pairs]
 * @property {readonly (readonly Accepted[])[]} [gaps]
 * @property {boolean} [many]
 * @property {number} [choose] how many have to be chosen
 * @property {boolean} [exact]
 * @property {number} [minWords]
 * @property {number} [pass] the fraction from which an answer is right, if less than everything is enough
 * @property {readonly Scene[]} [scenes]
 * @property {number} [best] the most points a path through the scenes gives
 * @property {readonly string[]} [ends] grades of the endings that pass, where not all do
 */

/**
 * A condition on the number of this name: from, to, and true where it must lie outside.
 * @typedef {readonly [name: string, low: number, high: number, outside: boolean]} Test
 */

/**
 * One way on. `set` says what happens to numbers: the name, 1 to add or 0 to put, and how much. The ids of
 * choices are their own within a scene.
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} to
 * @property {number} [score] earned the first time
 * @property {readonly (readonly [name: string, keeps: number, value: number])[]} [set]
 * @property {readonly Test[]} [if_]
 */

/**
 * One scene of a story; `end` is the grade of an ending, `points` what it adds. While `if_` does not hold, the
 * scene after it is shown instead.
 * @typedef {{ readonly id: string, readonly end?: string, readonly points?: number, readonly if_?: readonly Test[],
 *   readonly choices?: readonly Choice[] }} Scene
 */

/**
 * @typedef {object} Quiz
 * @property {string} id
 * @property {string} key
 * @property {string} page
 * @property {string} title
 * @property {number | null} pass pass mark as a fraction
 * @property {number} attempts 0 for unlimited
 * @property {"each" | "end" | "never"} feedback
 * @property {boolean} shuffle
 * @property {number} [seconds] the time it should take; nothing ends with it
 * @property {readonly string[]} questions ids, also of those that a pool may not draw
 */

/**
 * Questions of which a learner is asked some: `draw` of all its strata, the questions that measure the same.
 * @typedef {object} Pool
 * @property {string} id
 * @property {string} key
 * @property {string | null} quiz
 * @property {number} draw
 * @property {readonly (readonly string[])[]} strata ids
 */

/**
 * @typedef {object} Page
 * @property {string} id
 * @property {string} key
 * @property {string} title
 * @property {boolean} optional
 * @property {number} seconds that it takes to read and answer
 */

/**
 * @typedef {object} Course
 * @property {string} id
 * @property {string} title
 * @property {string} version
 * @property {string} lang
 * @property {string} standard
 * @property {readonly Page[]} pages in order; the result page is not among them
 * @property {readonly Question[]} questions
 * @property {readonly Quiz[]} quizzes
 * @property {readonly Pool[]} pools
 * @property {readonly Item[]} items
 * @property {{ pages: boolean, items: readonly string[], minSeconds: number, show: boolean, testOut?: boolean }} completion
 * @property {{ parts: readonly { id: string, weight: number }[], pass: number } | null} success
 * @property {{ failWhileRetrying: boolean }} options
 */

/**
 * What is known of one question or quiz: tries so far, the last and the best fraction. `done` locks a question
 * for good, and closes a quiz until its next attempt. `response` is null while a form is open, for a quiz, and
 * where the suspend data had no room for it. `draft` is an answer begun and not submitted. `sure` is how sure
 * the learner was, from 1 to 3, and 0 where nothing was said. A new attempt at a quiz leaves the best only.
 * @typedef {object} Kept
 * @property {number} tries
 * @property {number} score
 * @property {number} best
 * @property {boolean} done
 * @property {Response | null} response
 * @property {Response | null} draft
 * @property {number} sure
 */

/**
 * A block that is no question and that a learner can be done with, such as a recording.
 * @typedef {{ readonly id: string, readonly key: string, readonly page: string, readonly title: string }} Item
 */

/**
 * Everything the player knows about one learner.
 * @typedef {object} State
 * @property {string} version of the course as the learner knows it; older than the course until changes are read
 * @property {number} seed for mixing; an unsigned 32-bit integer
 * @property {string} page id of the page shown, or "result"
 * @property {readonly string[]} seen ids of the pages shown so far
 * @property {Readonly<Record<string, Kept>>} kept by id of question, quiz or item
 * @property {Readonly<Record<string, readonly string[]>>} drawn by id of pool, the questions of this attempt
 * @property {readonly string[]} met questions drawn in earlier attempts, those met longest ago first
 * @property {Readonly<Record<string, number>>} since by id of quiz, the seconds when this attempt began
 * @property {number} seconds visible time over all sessions
 * @property {number} records interaction records written over all sessions
 * @property {boolean} completed once true, always true
 * @property {boolean} passed once true, always true
 * @property {number | null} best best module score so far, a fraction
 * @property {number} day of the last visit, then for ever the day on which all was reached: completed, and passed
 *   where that is possible; days since 1970 where the learner is, 0 when not known
 */

/**
 * @typedef {{ type: "open", page: string }
 *   | { type: "answer", question: string, response: Response, sure?: number }
 *   | { type: "draft", question: string, response: Response, sure?: number }
 *   | { type: "done", item: string }
 *   | { type: "again", question: string }
 *   | { type: "submit", quiz: string, responses: Readonly<Record<string, Response>>,
 *       sure?: Readonly<Record<string, number>> }
 *   | { type: "retry", quiz: string }
 *   | { type: "known" }
 *   | { type: "tick", seconds: number, day: number }
 *   | { type: "adopt", completed: boolean, passed: boolean, scaled: number | null }} PlayerEvent
 */

/**
 * One part of an answer held against its key: an option, a pair, a step, a gap (named by its number). `extra`
 * is a wrong pick that no part of the key stands for. `feedback` names what is said at once, `late` what is
 * said when the key may be seen, `solution` is the right text.
 * @typedef {object} Part
 * @property {string} id
 * @property {boolean} given
 * @property {boolean} right
 * @property {boolean} [extra]
 * @property {string} [feedback]
 * @property {string} [late]
 * @property {string | undefined} [solution]
 */

/**
 * One answer held against its key: `hits` of its parts are right.
 * @typedef {object} Marking
 * @property {number} score fraction
 * @property {readonly Part[]} parts
 * @property {number} hits
 * @property {number} of
 * @property {"right" | "wrong" | "partial" | "saved"} verdict
 */

/**
 * Where the learner stands with the module. `scaled` is null until there is something to report; `success` is
 * "none" in a module that cannot be passed, only seen; `final` says that a failure is to be reported as one:
 * it cannot be mended any more.
 * @typedef {object} Outcome
 * @property {number | null} scaled
 * @property {boolean} completion
 * @property {"none" | "unknown" | "passed" | "failed"} success
 * @property {boolean} final
 */

/** Something still to do, for the list on the result page. @typedef {{ id: string, title: string }} OpenItem */

/**
 * One submitted answer on its way to the LMS. A number is text with a point; `seconds` is the time from the
 * first sight of the question to the answer; `index` counts the records before it, where the LMS cannot. An
 * `extra` record is said besides an answer, and leaves the room to answers where there is little.
 * @typedef {object} InteractionRecord
 * @property {Question} question
 * @property {number} attempt counts from 1
 * @property {Response} response
 * @property {"correct" | "incorrect" | "neutral"} result
 * @property {number} seconds
 * @property {Date} time
 * @property {number} index
 * @property {boolean} [extra]
 */

/**
 * What the LMS tells at the start. `kept` are the suspend data found, one or more candidates; `learner` asks
 * for the name only when it is needed.
 * @typedef {object} Opening
 * @property {string} mode "review" and "browse" write nothing
 * @property {readonly string[]} kept
 * @property {boolean} completed
 * @property {boolean} passed
 * @property {number | null} scaled
 * @property {number | null} passMark fraction the LMS asks for, null when it has no say
 * @property {string} id of the learner, "" when nobody tells
 * @property {() => string} learner
 */

/**
 * Trouble with the LMS: none found, one that takes nothing, a session that is over; or none.
 * @typedef {"offline" | "failing" | "relaunch" | "fine"} Trouble
 */

/**
 * Where everything is when the session ends: with the LMS, not all of it, or in this browser only.
 * @typedef {"sent" | "unsent" | "local"} Ending
 */

/**
 * What an LMS was told and what it says it holds, for each status and score; no rows where there is none to
 * ask. `ok` is false while it refuses something; `saved` is when all was committed last, in this visit.
 * @typedef {object} Check
 * @property {boolean} ok
 * @property {Date | null} saved
 * @property {readonly { element: string, sent: string, held: string }[]} rows
 */

/**
 * The LMS as the player knows it. Only `open` may wait; the others do their work before they return, for the
 * page may be gone a moment later. In review and browse mode they do nothing.
 * @typedef {object} Lms
 * @property {number} limit longest suspend data, in characters
 * @property {(course: Course) => Promise<Opening>} open
 * @property {(kept: { location: string, suspend: string, seconds: number }) => void} save
 * @property {(record: InteractionRecord) => void} record
 * @property {(outcome: Outcome) => void} finish
 * @property {(text: string, place: string) => boolean} comment what the learner says about a place; whether the LMS took it
 * @property {() => void} flush sends what waits
 * @property {(outcome: Outcome, again: boolean) => Check} check asks what it holds; `again` sends that first
 * @property {(end: { seconds: number, explicit: boolean }) => Ending} close
 * @property {(listener: (trouble: Trouble) => void) => void} onTrouble
 */

/**
 * What the player says, with values filled in. `lang` is the language of its words: English where the player does
 * not speak the page's.
 * @typedef {{ (key: string, values?: Readonly<Record<string, string | number>>): string, lang: string }} Words
 */

/**
 * What the parts of the view share: the course, the player's words, a way to send events, how to speak to a
 * screen reader, whether this is a review that takes no answers, what the LMS holds, and who the learner is.
 * @typedef {object} Stage
 * @property {Course} course
 * @property {Words} words
 * @property {(event: PlayerEvent) => void} send
 * @property {(text: string) => void} say
 * @property {Lms["comment"]} comment
 * @property {boolean} review
 * @property {(again: boolean) => Check} check
 * @property {{ id: string, name: () => string }} learner
 */

/**
 * What a question's script is handed when its form is made ready: whether it is locked, what is known of it,
 * how to speak to a screen reader, the player's words, a way to keep an answer that is not finished, and one to
 * submit it.
 * @typedef {object} KindHelp
 * @property {Question} question
 * @property {Kept} kept
 * @property {boolean} locked
 * @property {(text: string) => void} say
 * @property {Words} words
 * @property {() => void} draft
 * @property {() => void} submit
 */

/**
 * How an answer is read from a form and put back. `prepare` is called when the answer and its marks are shown.
 * @typedef {object} Controls
 * @property {(form: HTMLFormElement) => Response} read
 * @property {(form: HTMLFormElement, response: Response) => void} show
 * @property {(form: HTMLFormElement, help: KindHelp) => void} [prepare]
 * @property {(marking: Marking, help: KindHelp) => string} [verdict] what is said of an answer, in the kind's words
 */

/**
 * A kind's own script. A question brings of its `controls` what native form controls do not do. `mount` makes a
 * block ready, once for each element with `data-kind`; what it returns is called with every new state.
 * @typedef {object} KindScript
 * @property {Partial<Controls>} [controls]
 * @property {(host: HTMLElement, stage: Stage) => void | ((state: State) => void)} [mount]
 */

export {};
