//go:build !windows

package formats

import (
	"errors"
	"syscall"
)

// locked reports that another program holds the file open.
func locked(err error) bool { return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY) }

// full reports that the disk, or the person's share of it, has no room left.
func full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }
