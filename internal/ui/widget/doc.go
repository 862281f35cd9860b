// Package widget is the program's own widgets: the data grid, the chart view,
// the picker, and the small parts that screens are made of. They show what
// they are given and report what the person wants through callbacks; they
// decide nothing, know no session, no page and no log. All of them follow the
// theme, take the keyboard, and must be used on the UI goroutine unless a
// method says otherwise.
package widget
