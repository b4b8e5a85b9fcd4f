# finally blocks run from the inside out while an exception passes.
def main():
    log = []
    try:
        try:
            try:
                log.append(1)
                raise IndexError("deep")
            finally:
                log.append(2)
        finally:
            log.append(3)
    except IndexError as e:
        log.append(str(e))
    finally:
        log.append(4)
    return log
