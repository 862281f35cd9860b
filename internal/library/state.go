package library

const stateFile = "state.json"

// State is what is open, for the start after a run that does not end well. A
// run that ends well leaves an empty one.
type State struct {
	Files []string   `json:"files,omitempty"`
	Views []LastView `json:"views,omitempty"`
}

// LastView is how a log with these headers is looked at.
type LastView struct {
	Headers []string `json:"headers"`
	View    View     `json:"view"`
}

// State reads what was open when the last run ended.
func (l *Library) State() (s State, err error) {
	err = l.load(stateFile, &s)
	return s, err
}

// SetState keeps what is open.
func (l *Library) SetState(s State) error { return l.saveNow(stateFile, s) }
