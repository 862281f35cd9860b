/* For tests only, never shipped: wine before 8.20 lacks the library from which
 * Go programs take their random bytes. Goes into a prefix's system32. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom of advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n)
{
    while (n) {
        ULONG k = n > 0x10000 ? 0x10000 : (ULONG)n;
        if (!SystemFunction036(p, k)) return FALSE;
        p += k;
        n -= k;
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE h, DWORD reason, LPVOID reserved) { return TRUE; }
