"""What the player knows of a module: the course data in `index.html`, as JSON values.

The shape is typed for the player in `scorm_templates/player/types.js`.
"""

from __future__ import annotations

from typing import Any

from smtrain.model.course import Module, Page, is_item
from smtrain.model.keys import item_id, short_keys
from smtrain.model.node import Block, walk_blocks
from smtrain.model.pace import page_seconds
from smtrain.model.question import Accepted, Interaction, Option, Pool, Question, Quiz
from smtrain.model.story import Story
from smtrain.model.text import plain

Json = dict[str, Any]


def course_data(module: Module, standard: str) -> Json:
    """Everything the player needs beside the page itself: keys, scores, and when a module is done."""
    keys = short_keys(module)
    questions: list[Json] = []
    for page in module.pages():
        inside = {question.id: quiz for quiz in _quizzes(page) for question in _questions(quiz)}
        drawn = {question.id: pool.id for pool in _pools(page) for question in pool.questions()}
        for question in _questions(page):
            quiz = inside.get(question.id)
            made = _question(question, page, quiz, keys[question.id])
            if pool := drawn.get(question.id):
                made["pool"] = pool
            questions.append(made)
    return {
        "id": module.id,
        "title": module.title,
        "version": module.version,
        "lang": module.language,
        "standard": standard,
        "pages": [_page(page, keys[page.id], module.language) for page in module.pages()],
        "questions": questions,
        "quizzes": [_quiz(quiz, page, keys[quiz.id]) for page in module.pages() for quiz in _quizzes(page)],
        "pools": [_pool(pool, page, keys) for page in module.pages() for pool in _pools(page)],
        "items": [_item(item, page, keys) for page in module.pages() for item in _items(page)],
        "completion": {
            "pages": module.completion.pages,
            "items": list(module.completion.items),
            "minSeconds": module.completion.min_seconds,
            "show": module.completion.show,
            **({"testOut": True} if module.completion.test_out and module.success else {}),
        },
        "success": module.success
        and {
            "parts": [{"id": id_, "weight": weight} for id_, weight in module.success.parts],
            "pass": module.success.pass_mark,
        },
        "options": {"failWhileRetrying": False},
    }


def _page(page: Page, key: str, language: str) -> Json:
    return {
        "id": page.id,
        "key": key,
        "title": plain(page.title),
        "optional": page.optional,
        "seconds": page_seconds(page, language),
    }


def _items(root: object) -> list[Block]:
    return [node for node in walk_blocks(root) if is_item(node)]


def _item(item: Block, page: Page, keys: dict[str, str]) -> Json:
    name = item_id(item)
    title = getattr(item, "title", "") or plain(page.title)
    return {"id": name, "key": keys[name], "page": page.id, "title": title}


def _quizzes(root: object) -> list[Quiz]:
    return [node for node in walk_blocks(root) if isinstance(node, Quiz)]


def _questions(root: object) -> list[Question]:
    return [node for node in walk_blocks(root) if isinstance(node, Question)]


def _pools(root: object) -> list[Pool]:
    """Those in which chance decides; the others are only a way of writing questions."""
    return [node for node in walk_blocks(root) if isinstance(node, Pool) and node.draws]


def _pool(pool: Pool, page: Page, keys: dict[str, str]) -> Json:
    inside = {question.id: quiz.id for quiz in _quizzes(page) for question in _questions(quiz)}
    strata = [[question.id for question in stratum] for stratum in pool.strata()]
    return {
        "id": pool.id,
        "key": keys[pool.id],
        "quiz": inside.get(strata[0][0]),
        "draw": pool.draw,
        "strata": strata,
    }


def _quiz(quiz: Quiz, page: Page, key: str) -> Json:
    return {
        "id": quiz.id,
        "key": key,
        "page": page.id,
        "title": quiz.title,
        "pass": quiz.pass_mark,
        "attempts": quiz.attempts,
        "feedback": quiz.feedback,
        **({"seconds": quiz.seconds} if quiz.seconds else {}),
        "shuffle": quiz.shuffle,
        "questions": [question.id for question in _questions(quiz)],
    }


def _question(question: Question, page: Page, quiz: Quiz | None, key: str) -> Json:
    """Inside a quiz a question has one try and is mixed as the quiz says, unless it says otherwise."""
    attempts = question.attempts if question.attempts is not None else (1 if quiz else 0)
    shuffle = question.shuffle if question.shuffle is not None else bool(quiz and quiz.shuffle)
    interaction = question.interaction()
    return {
        "id": question.id,
        "key": key,
        "page": page.id,
        "quiz": quiz.id if quiz else None,
        "type": interaction.type,
        "kind": question.kind,
        "points": question.points,
        "grading": question.grading,
        "attempts": attempts,
        "shuffle": shuffle,
        "required": question.required,
        "survey": not question.scored,
        **{flag: True for flag in ("critical", "confidence") if getattr(question, flag)},
        "text": plain(question.stem) or question.title,
        "objectives": list(question.objectives),
        **({} if question.pass_mark is None else {"pass": question.pass_mark}),
        **({"record": question.filed} if question.filed != question.id else {}),
        **_interaction(interaction),
    }


def _interaction(interaction: Interaction) -> Json:
    """The fields a type of interaction uses; those it does not use are left out."""
    match interaction.type:
        case "choice":
            return {
                "options": _options(interaction.options),
                "key_": list(interaction.key),
                "many": interaction.many,
                **({"choose": interaction.choose} if interaction.choose else {}),
            }
        case "true-false":
            return {"key_": list(interaction.key)}
        case "fill-in":
            gaps = [[_word(answer) for answer in gap] for gap in interaction.gaps]
            return {"gaps": gaps, "exact": interaction.exact}
        case "numeric":
            return {"gaps": [[_range(answer) for answer in gap] for gap in interaction.gaps]}
        case "matching":
            return {
                "options": _options(interaction.options),
                "targets": [{"id": target.id, "text": target.text} for target in interaction.targets],
                "pairs": [list(pair) for pair in interaction.pairs],
            }
        case "sequencing":
            return {"options": _options(interaction.options), "key_": list(interaction.key)}
        case "likert":
            return {
                "options": [{"id": one.id, "text": one.text} for one in interaction.options],
                "targets": _options(interaction.targets),
            }
        case "long-fill-in":
            return {"minWords": interaction.min_words}
        case "performance":
            return {**_story(interaction.story), "key_": list(interaction.key), "best": interaction.best}
        case _:
            return {}


def _story(told: Story | None) -> Json:
    """Scenes and choices; what is empty is left out, for stories are long."""
    if told is None:
        return {}
    scenes = [
        _full(
            id=scene.id,
            end=scene.end,
            if_=[list(test) for test in scene.tests],
            points=scene.points,
            choices=[
                _full(
                    id=choice.id,
                    to=choice.to,
                    score=choice.score,
                    set=[[effect.name, int(effect.keeps), effect.value] for effect in choice.effects],
                    if_=[list(test) for test in choice.tests],
                )
                for choice in scene.choices
            ],
        )
        for scene in told.scenes
    ]
    return {"scenes": scenes, **_full(ends=list(told.accepted))}


def _full(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value}


def _options(options: tuple[Option, ...]) -> list[Json]:
    """Their texts stand on the page; only those of statements are recorded."""
    return [{"id": option.id} for option in options]


def _word(answer: Accepted) -> Json:
    return {"id": answer.id, "right": answer.right, "text": answer.text}


def _range(answer: Accepted) -> Json:
    return {"id": answer.id, "right": answer.right, "low": answer.low, "high": answer.high}
