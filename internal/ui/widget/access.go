package widget

import "fyne.io/fyne/v2"

// What readers of the screen are told. A button without words says its tip.

func (b *Button) AccessibilityLabel() string     { return b.text }
func (b *IconButton) AccessibilityLabel() string { return b.tip }
func (n *NavItem) AccessibilityLabel() string    { return n.text }
func (c *Chip) AccessibilityLabel() string       { return c.text }
func (c *Check) AccessibilityLabel() string      { return c.text }
func (w *Words) AccessibilityLabel() string      { return w.text }
func (p *Para) AccessibilityLabel() string       { return p.text }

func (p *Picker) AccessibilityLabel() string {
	if it, ok := p.current(); ok {
		return p.label + " " + it.Text
	}
	return p.label + " " + p.hint
}

func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
func (w *Words) AccessibilityRole() fyne.AccessibleRole   { return fyne.AccessibleRoleText }
func (p *Para) AccessibilityRole() fyne.AccessibleRole    { return fyne.AccessibleRoleText }

var (
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*IconButton)(nil)
	_ fyne.Accessible = (*NavItem)(nil)
	_ fyne.Accessible = (*Chip)(nil)
	_ fyne.Accessible = (*Check)(nil)
	_ fyne.Accessible = (*Words)(nil)
	_ fyne.Accessible = (*Para)(nil)
	_ fyne.Accessible = (*Picker)(nil)
)
