package sample

import (
	"cmp"
	"fmt"
	"slices"
)

// check is one conversation that a manager read.
type check struct {
	date    stamp
	chat    *contact
	checker int
	score   int
	problem int
}

// check draws one chat in twelve to be read a day or two later.
func (w *world) check() {
	d := w.dice("quality")
	problems := newPicker(len(w.words.Problems), func(i int) float64 { return w.words.Problems[i].Weight })
	slow := index(w.words.Problems, "slow")
	for _, c := range w.chats {
		if !d.chance(1.0 / 12) {
			continue
		}
		k := check{date: c.at.midnight() + stamp(1+d.IntN(2))*day, chat: c, checker: d.IntN(len(w.words.Managers))}
		if k.date >= closing {
			continue
		}
		k.problem = problems.pick(d.Float64())
		if !c.replied || c.first > 90 {
			k.problem = slow
		}
		k.score = 96 + d.IntN(5)
		if w.words.Problems[k.problem].ID != "none" {
			k.score = 62 + d.IntN(30)
		}
		w.checks = append(w.checks, k)
	}
	slices.SortStableFunc(w.checks, func(a, b check) int { return cmp.Compare(a.date, b.date) })
}

func (w *world) qualityRows() source {
	return inMemory(w.checks, func(k check) []Cell {
		return []Cell{
			at(k.date), text(k.chat.id), text(w.words.Agents[k.chat.agent].in(w.l)),
			text(w.words.Managers[k.checker].in(w.l)), num(float64(k.score)), text(w.words.Problems[k.problem].in(w.l)),
		}
	})
}

// exam is one person's result in one exam.
type exam struct {
	date           stamp
	agent, course  int
	batch, attempt int
	score          int
}

const passMark = 80

// examine gives every agent each course once, two weeks apart, and again a
// week later until it is passed, at most three times.
func (w *world) examine() {
	d := w.dice("training")
	for course := range w.words.Courses {
		for agent, words := range w.words.Agents {
			e := exam{date: opening + stamp(3+course*14)*day, agent: agent, course: course, batch: course + 1}
			for n := range 3 {
				e.attempt = n + 1
				e.score = min(int(74+14*words.Skill*d.Float64()+float64(4*n)+6*d.NormFloat64()), 100)
				if e.date < closing {
					w.exams = append(w.exams, e)
				}
				if e.score >= passMark {
					break
				}
				e.date += 7 * day
			}
		}
	}
	slices.SortStableFunc(w.exams, func(a, b exam) int { return cmp.Compare(a.date, b.date) })
}

func (w *world) trainingRows() source {
	return inMemory(w.exams, func(e exam) []Cell {
		return []Cell{
			at(e.date), text(w.words.Agents[e.agent].in(w.l)), text(w.words.Courses[e.course].in(w.l)),
			text(fmt.Sprintf(w.word("batch"), e.batch)), num(float64(e.attempt)), num(float64(e.score)),
			w.either(e.score >= passMark, "yes", "no"),
		}
	})
}
