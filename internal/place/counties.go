package place

// addCounties enters county names.
func (x *index) addCounties() {}
